// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <span>

using namespace tcpladder;

namespace {

constexpr std::size_t bytes = std::size_t{9} << 20;

bool keepsWhatIsWritten(std::byte* memory)
{
    const std::span all(memory, bytes);
    std::ranges::fill(all, std::byte{0x5a});
    all.back() = std::byte{1};
    return all.front() == std::byte{0x5a} && all[bytes / 2] == std::byte{0x5a} && all.back() == std::byte{1};
}

} // namespace

class TestLargePages : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("TMPDIR"); }

    void memoryIsThereToWrite()
    {
        const PageMemory memory = allocatePages(bytes);
        QVERIFY(keepsWhatIsWritten(memory.get()));
    }

    void aFileServesAsMemory()
    {
        const QTemporaryDir folder;
        qputenv("TMPDIR", folder.path().toUtf8());
        const PageMemory memory = allocatePagesInFile(bytes);
        QVERIFY(memory != nullptr);
        QVERIFY(keepsWhatIsWritten(memory.get()));
        QVERIFY(QDir(folder.path()).isEmpty()); // it has no name that a crash could leave behind
    }

    void withoutAFolderThereIsNoFile()
    {
        qputenv("TMPDIR", "/nowhere/at/all");
        QVERIFY(allocatePagesInFile(bytes) == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestLargePages)
#include "tst_large_pages.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/remark_lines.h"

#include <QTest>

using namespace tcpladder;

namespace {

LadderRemark remark(const QStringList& texts, std::optional<Severity> severity)
{
    LadderRemark result{{}, severity};
    for (const QString& text : texts)
        result.items.push_back({text, {}});
    return result;
}

const LadderRemark options = remark({"MSS 1460", "window scale 7", "SACK", "timestamps"}, std::nullopt);
const LadderRemark findings = remark({"Zero window", "Window full", "Checksum wrong"}, Severity::Warning);

/// Every letter is ten wide.
QStringList fitted(const std::vector<LadderRemark>& remarks, int lines, qreal letters)
{
    QStringList texts;
    for (const RemarkLine& line : fitRemarks(
             remarks, lines, letters * 10, [](const QString& text) { return static_cast<qreal>(text.size() * 10); }))
        texts << line.text();
    return texts;
}

class TestRemarkLines : public QObject
{
    Q_OBJECT

private slots:
    void whatHasRoomStandsOnOneLine()
    {
        QCOMPARE(fitted({options}, 2, 60), QStringList{"MSS 1460 · window scale 7 · SACK · timestamps"});
    }

    void linesBreakBetweenItems()
    {
        const QStringList expected{"MSS 1460 · window scale 7", "SACK · timestamps"};
        QCOMPARE(fitted({options}, 2, 28), expected);
    }

    void theLastLineCountsWhatIsLeftOut()
    {
        QCOMPARE(fitted({options}, 1, 28), QStringList{"MSS 1460 · window scale 7 +2"});
        QCOMPARE(fitted({options}, 1, 27), QStringList{"MSS 1460 +3"});
    }

    void eachRemarkHasALineOfItsOwn()
    {
        const QStringList expected{"Zero window · Window full +1", "MSS 1460 · window scale 7 +2"};
        QCOMPARE(fitted({findings, options}, 2, 30), expected);
    }

    void theFirstRemarkTakesTheLinesThatTheOthersLeave()
    {
        const QStringList expected{"Zero window · Window full", "Checksum wrong", "MSS 1460 +3"};
        QCOMPARE(fitted({findings, options}, 3, 27), expected);
        QCOMPARE(fitted({findings, options}, 1, 27), QStringList{"Zero window +2"});
    }

    void linesKeepTheirRemarksSeverity()
    {
        const auto lines = fitRemarks({findings, options}, 2, 1000, [](const QString&) { return 1.0; });
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].severity, std::optional(Severity::Warning));
        QCOMPARE(lines[1].severity, std::optional<Severity>());
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestRemarkLines)
#include "tst_remark_lines.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Connections of a text that have ended: of those whose lines say no more than the bytes only the outcome is kept.
#include "core/document/builder.h"
#include "core/source/text/text_reader.h"
#include "tests/support/tcpdump_text.h"

#include <QTest>

using namespace tcpladder;

namespace {

constexpr int connections = 400; // more than are kept for a while
constexpr std::size_t longEnded = 100;

std::shared_ptr<ByteSource> sourceOf(const QByteArray& text)
{
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    return makeMemorySource({bytes.begin(), bytes.end()});
}

std::unique_ptr<CaptureDocument> load(Result<OpenedCapture> capture)
{
    auto document = std::make_unique<CaptureDocument>(capture->store);
    DocumentBuilder(*document, *capture).run({});
    return document;
}

QByteArray syn(int connection)
{
    PacketSpec spec;
    spec.sourcePort = static_cast<std::uint16_t>(40000 + connection);
    spec.flags = TcpFlags(0x002);
    spec.sequence = 999;
    spec.acknowledgment = 0;
    return printPacket("12:00:00.000000", spec, "Flags [S], seq 999, win 29200, length 0");
}

QByteArray refusal(int connection, const QByteArray& acknowledgment)
{
    PacketSpec spec;
    std::swap(spec.source, spec.destination);
    spec.destinationPort = static_cast<std::uint16_t>(40000 + connection);
    spec.sourcePort = 6378;
    spec.flags = TcpFlags(0x014);
    spec.sequence = 0;
    spec.acknowledgment = 1000;
    return printPacket("12:00:00.000000", spec, "Flags [R.], seq 0, ack " + acknowledgment + ", win 29200, length 0");
}

QByteArray manyRefused()
{
    QByteArray text;
    for (int i = 0; i < connections; ++i)
        text += syn(i) + refusal(i, "1000");
    return text;
}

} // namespace

class TestEndedInText : public QObject
{
    Q_OBJECT

private slots:
    void goesOnLikeOneThatWasNeverReleased()
    {
        const QByteArray text = manyRefused() + refusal(7, "1") + syn(7) + refusal(8, "1");
        const auto shortWay = load(openText(sourceOf(text)));
        const auto lineByLine = load(openTextLineByLine(sourceOf(text)));
        QVERIFY2(!shortWay->connection(ConnectionId(longEnded)).analysis.isLive(), "nothing was released");
        QCOMPARE(shortWay->connectionCount(), lineByLine->connectionCount());
        for (std::size_t i = 0; i < shortWay->connectionCount(); ++i) {
            const ConnectionEntry& one = shortWay->connection(ConnectionId(i));
            const ConnectionEntry& other = lineByLine->connection(ConnectionId(i));
            QVERIFY(std::ranges::equal(one.analysis.transitions(), other.analysis.transitions()));
            QCOMPARE(one.findings.size(), other.findings.size());
            for (std::size_t at = 0; at < one.findings.size(); ++at)
                QVERIFY(shortWay->finding(one.findings[at]).kind == lineByLine->finding(other.findings[at]).kind);
        }
    }

    /// The line of one says another window than its bytes: that is not to be found in the bytes again.
    void isKeptWhereItsLinesSayMore()
    {
        QByteArray text = manyRefused();
        const auto at = text.indexOf("win 29200", text.indexOf(".40100 "));
        text.replace(at, 9, "win 29201");
        const auto document = load(openText(sourceOf(text)));
        QVERIFY(document->connection(ConnectionId(longEnded)).analysis.isLive());
        QVERIFY(!document->connection(ConnectionId(longEnded + 1)).analysis.isLive());
    }
};

QTEST_GUILESS_MAIN(TestEndedInText)
#include "tst_ended_in_text.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A text that is read in pieces, ahead of what is settled of it, against the same one read line by line.
#include "tests/support/untouched_listing.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace tcpladder;

namespace {

/// A text that another program is still writing.
class GrowingText final : public ByteSource
{
public:
    explicit GrowingText(QByteArray text)
        : m_text(std::move(text))
    {
    }

    void show(qsizetype count) { m_shown = std::min(m_shown + count, m_text.size()); }
    bool isWhole() const { return m_shown == m_text.size(); }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const override
    {
        const QByteArray wanted = m_text.left(m_shown).mid(qsizetype(offset), qsizetype(buffer.size()));
        std::ranges::copy(std::as_bytes(std::span(wanted.constData(), std::size_t(wanted.size()))), buffer.begin());
        return std::size_t(wanted.size());
    }
    Result<std::uint64_t> size() const override { return std::uint64_t(m_shown); }
    bool mayGrow() const override { return !isWhole(); }

private:
    QByteArray m_text;
    qsizetype m_shown = 0;
};

QByteArray longListing()
{
    QByteArray text = listing();
    const QByteArray more = text.mid(text.indexOf("12:00:00.000200"));
    while (text.size() < 3'000'000)
        text += more;
    return text;
}

} // namespace

class TestTextPieces : public QObject
{
    Q_OBJECT

private slots:
    /// Pieces of a text end anywhere in its records, and records may be longer than pieces.
    void piecesOfAnySizeGiveTheSame()
    {
        for (const QByteArray& text : {listing(), listingOfIpv6()}) {
            const std::size_t untouched = bothWays(text).untouched;
            for (std::size_t size = 1; size < std::size_t(text.size()) + 2; size += 1 + size / 16) {
                const BothWays both = readBothWays(sourceOf(text), size);
                QCOMPARE(both.difference, std::string());
                QCOMPARE(both.untouched, untouched);
            }
        }
    }

    /// Pieces are read ahead with what is known of dumps by then, which the text behind may belie.
    void dumpsThatBeginInOtherWaysGiveTheSame()
    {
        QByteArray text = listing();
        for (int i = 0; i < 40; ++i) {
            const PacketSpec spec = with(fromClient(0x018, 1000, 4000), "12345");
            const QByteArray packet
                = printPacket("12:00:01.000000", spec, "Flags [P.], seq 1:6, ack 1, win 29200, length 5");
            const bool hasLinkHeader = i % 16 >= 8;
            text += hasLinkHeader ? packet.left(packet.indexOf('\n') + 1) + printRows(buildEthernetPacket(spec))
                                  : packet;
        }
        for (const std::size_t size : {200U, 1000U, 3000U, 100'000U}) {
            const BothWays both = readBothWays(sourceOf(text), size);
            QCOMPARE(both.difference, std::string());
            QCOMPARE(both.packets, 47U);
            QVERIFY(both.untouched > 8U);
        }
    }

    void aLongListingGivesTheSame()
    {
        const BothWays both = bothWays(longListing());
        QCOMPARE(both.difference, std::string());
        QVERIFY(both.untouched > both.packets * 9 / 10);
    }

    /// A helper reads pieces ahead, more or less of them.
    void aListingThatIsReadWithHelpGivesTheSame()
    {
        const auto source = sourceOf(longListing());
        const auto helped = openTextInPieces(source, 4096);
        const auto lineByLine = openTextLineByLine(source);
        std::atomic<int> pieces = 0;
        const std::jthread helper([&](const std::stop_token& stop) {
            while (!stop.stop_requested())
                pieces += helped->reader->help();
        });
        std::size_t packets = 0;
        for (bool isAtEnd = false; !isAtEnd; ++packets) {
            const ReadStep step = helped->reader->next();
            const ReadStep other = lineByLine->reader->next();
            QCOMPARE(detail::differenceOf(step, other, *helped->reader, *lineByLine->reader), std::string());
            isAtEnd = std::holds_alternative<EndOfSource>(step);
        }
        QVERIFY(packets > 5000U);
        QVERIFY(pieces > 10);
    }

    /// Also where whoever asks grows tired of waiting for the end of a record.
    void aGrowingTextGivesTheSame()
    {
        std::size_t untouched = 0;
        for (const qsizetype piece : {31, 97, 350, 400, 2000}) {
            const auto source = std::make_shared<GrowingText>(listing() + listingOfIpv6() + listing());
            const auto shortWay = openTextInPieces(source, 150); // they are read once they are whole
            const auto lineByLine = openTextLineByLine(source);
            std::size_t packets = 0;
            for (bool isAtEnd = false; !isAtEnd;) {
                source->show(piece);
                for (int i = 0; i < 8; ++i) {
                    const ReadStep step = shortWay->reader->next();
                    const ReadStep other = lineByLine->reader->next();
                    QCOMPARE(detail::differenceOf(step, other, *shortWay->reader, *lineByLine->reader), std::string());
                    const auto* const packet = std::get_if<Packet>(&step);
                    packets += packet != nullptr;
                    untouched += packet && packet->agreesWithText;
                    isAtEnd = std::holds_alternative<EndOfSource>(step);
                }
            }
            QVERIFY(packets >= 20U);
        }
        QVERIFY(untouched > 0U);
    }
};

QTEST_GUILESS_MAIN(TestTextPieces)
#include "tst_text_pieces.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/services.h"
#include "tests/support/read_text.h"

#include <QStringConverter>
#include <QTest>

using namespace tcpladder;

namespace {

const QByteArray packet("4510003c2db8400040069e0c0af9ac2a0af9accb808018ea51943a0300000000a00272106f160000020405b4"
                        "0402080ab51917bb0000000001030307");

/// The packet in groups of so many digits, so many groups a line.
QByteArray inGroups(int digits, int groups, const QByteArray& before, const QByteArray& between)
{
    QByteArray text;
    for (int at = 0, group = 0; at < packet.size(); at += digits, ++group) {
        if (group > 0)
            text += group % groups == 0 ? between.trimmed() + "\n" : between;
        text += before + packet.mid(at, digits);
    }
    return text + '\n';
}

} // namespace

class TestTextEncoding : public QObject
{
    Q_OBJECT

private slots:
    void textsInOtherEncodingsAreReadAsInUtf8_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray mail = "From: a@example.org\nContent-Transfer-Encoding: quoted-printable\n\n";
        QByteArray quoted = relativeListing();
        quoted.replace("=", "=3D").replace("length", "len=\ngth").replace("Flags", "=46lags");
        QTest::newRow("quoted-printable") << mail + quoted;
        const QByteArray body = relativeListing().toBase64();
        QByteArray folded;
        for (int at = 0; at < body.size(); at += 76)
            folded += body.mid(at, 76) + "\r\n";
        QTest::newRow("base64") << "Subject: see below\nContent-Transfer-Encoding: BASE64\n\n" + folded;
        QTest::newRow("a part in base64")
            << "Content-Type: multipart/mixed;\n boundary=\"-=x\"\n\nnothing\n---=x\nContent-Type: text/plain\n"
               "Content-Transfer-Encoding: base64\n\n"
                + folded.trimmed()
                + "\n---=x\nContent-Type: image/png\n"
                  "Content-Transfer-Encoding: base64\n\n"
                + folded + "---=x--\n";
        QTest::newRow("carriage returns") << relativeListing().replace('\n', '\r');
        const QString listing = QString::fromUtf8("Übung 𝄞\n" + relativeListing());
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder marked(encoding, QStringConverter::Flag::WriteBom);
            QTest::addRow("mark %d", encoding) << QByteArray(marked.encode(listing));
            QStringEncoder plain(encoding);
            QTest::addRow("no mark %d", encoding) << QByteArray(plain.encode(QString::fromUtf8(relativeListing())));
        }
    }

    void textsInOtherEncodingsAreReadAsInUtf8()
    {
        QFETCH(QByteArray, text);
        const ReadText read = readText(text);
        QVERIFY(read.damages.empty());
        QCOMPARE(read.packets.size(), 5U);
        QCOMPARE(read.segment(3).sequence.value, 1001U);
        QCOMPARE(read.segment(3).payloadLength, 100U);
    }

    void onePacketInHexIsReadHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a string") << packet;
        QTest::newRow("upper case") << packet.toUpper();
        QTest::newRow("a number") << "0x" + packet;
        QTest::newRow("colons") << inGroups(2, 1000, "", ":");
        QTest::newRow("escaped") << "\"" + inGroups(2, 16, "\\x", "");
        QTest::newRow("an array") << "char packet[] = {\n" + inGroups(2, 8, "0x", ", ") + "};\n";
        QTest::newRow("an array on one line")
            << "static const unsigned char p[60] = { " + inGroups(2, 1000, "0x", ", ").trimmed() + " };\n";
        QTest::newRow("words") << inGroups(4, 8, "", " ");
        QTest::newRow("a short last line") << inGroups(4, 7, "", " ");
    }

    void onePacketInHexIsReadHoweverItIsWritten()
    {
        QFETCH(QByteArray, text);
        const ReadText read = readText(text);
        QCOMPARE(read.packets.size(), 1U);
        QCOMPARE(read.packets[0].bytes.size(), std::size_t(packet.size() / 2));
        QCOMPARE(read.segment(0).sequence.value, 0x51943a03U);
    }

    void whatLooksLikeHexInProseIsNone()
    {
        const QByteArray prose = "2001:0db8:85a3:0000:0000:8a2e:0370:7334\n"
                                 "45100034-2db8-4000-4006-9e0c0af9ac2a0af9\n"
                                 "d41d8cd98f00b204e9800998ecf8427e\n";
        QCOMPARE(readText(prose + relativeListing()).packets.size(), 5U);
    }

    void servicesAreKnownByTheNamesOfIana()
    {
        QCOMPARE(findServiceOfIana("idmgratm").value(), 32896);
        QCOMPARE(findServiceOfIana("http").value(), 80);
        QCOMPARE(findServiceOfIana(servicesOfIana().substr(0, servicesOfIana().find('\t'))).has_value(), true);
        QVERIFY(!findServiceOfIana("no-such-service"));
        const ReadText read
            = readText("12:00:00.000000 IP 10.0.0.1.40000 > 10.0.0.2.idmgratm: Flags [S], seq 1, win 5, length 0\n");
        QCOMPARE(read.segment(0).destinationPort, 32896);
        QVERIFY(!read.packets[0].witness->hasPlaceholders);
    }
};

QTEST_APPLESS_MAIN(TestTextEncoding)
#include "tst_text_encoding.moc"

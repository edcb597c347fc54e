// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/bytes_panel.h"
#include "ui/header/flags_view.h"
#include "ui/header/header_view.h"
#include "ui/header/hex_view.h"
#include "ui/header/shown_segment.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/support/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace tcpladder;

class TestSegmentViews : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theTitleSaysWhatThePacketIsMadeOf();
    void noRowOfBytesIsCut();
    void aLongNoteLeavesBytesAndHeaderTheirRoom();
    void theBitsAreThoseOfTheBytes();
    void pointingAtBytesMarksTheFieldInTheHeader();
    void pointingAtAHeaderBoxMarksItsBytes();
    void pointingAtABitChoosesItsField();
    void leavingAViewTakesTheMarkAway();
    void anMssOptionIsExplainedByTheMtu();
    void theWindowIsScaledOnlyBehindTheHandshake();
    void arrowKeysWalkOverTheBytesAndChooseTheirFields();
    void arrowKeysWalkFromBoxToBox();
    void copyingTakesThePacketOrTheSelectedBytes();

private:
    void select(std::size_t row);
    void moveTo(QWidget& widget, QPointF point);
    const HeaderBox& boxOf(HeaderField field) const;

    Theme m_theme;
    CaptureSession m_session;
    Selection m_selection;
    std::unique_ptr<ShownSegment> m_shown;
    std::unique_ptr<BytesPanel> m_panel;
    std::unique_ptr<FlagsView> m_flags;
};

void TestSegmentViews::initTestCase()
{
    m_session.open(QStringLiteral(TCPLADDER_SAMPLE));
    QTRY_COMPARE(m_session.state(), CaptureSession::State::Complete);
}

void TestSegmentViews::init()
{
    m_selection.clear();
    m_shown = std::make_unique<ShownSegment>(m_session, m_selection);
    m_panel = std::make_unique<BytesPanel>(*m_shown, m_selection, m_theme);
    m_flags = std::make_unique<FlagsView>(*m_shown, m_selection, m_theme);
    m_panel->resize(560, 420);
    m_flags->resize(700, 320);
    m_panel->show();
    m_flags->show();
    select(0);
}

void TestSegmentViews::select(std::size_t row)
{
    selectSegmentAt(m_selection, *m_session.document(), ConnectionId(0), row);
    QVERIFY(m_shown->details());
}

/// A real event: QTest::mouseMove() moves the cursor, which the offscreen platform may keep to itself.
void TestSegmentViews::moveTo(QWidget& widget, QPointF point)
{
    QMouseEvent event(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

const HeaderBox& TestSegmentViews::boxOf(HeaderField field) const
{
    const auto& boxes = m_panel->headerView().boxes();
    return *std::ranges::find_if(boxes, [field](const HeaderBox& box) { return box.choice.field == field; });
}

void TestSegmentViews::theTitleSaysWhatThePacketIsMadeOf()
{
    QSignalSpy details(m_panel.get(), &BytesPanel::detailChanged);
    select(3);
    QCOMPARE(details.last().first().toString(),
        QStringLiteral("segment 4 · 72 bytes · Ethernet 14 + IPv4 20 + TCP 32 + data 6"));
}

void TestSegmentViews::noRowOfBytesIsCut()
{
    const HexView& hex = *m_panel->findChild<HexView*>();
    for (const QSize size : {QSize(478, 180), QSize(478, 210), QSize(560, 260), QSize(700, 420)}) {
        m_panel->resize(size);
        QCoreApplication::processEvents();
        const qreal row = hex.geometryOfBytes().cell.height();
        const qreal rest = std::fmod(hex.viewport()->height(), row);
        const bool areAllShown = hex.geometryOfBytes().height() <= hex.viewport()->height();
        QVERIFY2(areAllShown || rest <= 0.4 * row, qPrintable(QString("%1 of %2").arg(rest).arg(row)));
    }
}

/// In a low window the header's picture lay half below the bytes.
void TestSegmentViews::aLongNoteLeavesBytesAndHeaderTheirRoom()
{
    auto* note = m_panel->findChild<QLabel*>(QStringLiteral("packetNotes"));
    note->setText(QStringLiteral("Line 42: 14:58:04.199325 IP 192.168.1.20.40000 > 192.168.1.10.6378: Flags [S], seq "
                                 "1368668675, win 29200, options [mss 1460,sackOK,TS val 3038320571 ecr 0,nop,wscale "
                                 "7], length 0"));
    note->show();
    m_panel->resize(478, 172);
    QCoreApplication::processEvents();
    const auto placeOf
        = [this](const QWidget& view) { return QRect(view.mapTo(m_panel.get(), QPoint()), view.size()); };
    const QRect hex = placeOf(*m_panel->findChild<HexView*>());
    const QRect header = placeOf(*m_panel->findChild<HeaderView*>());
    QVERIFY(placeOf(*note).bottom() < hex.top());
    QVERIFY(hex.bottom() < header.top());
    QVERIFY2(m_panel->height() == 172 && header.bottom() < 172, qPrintable(QString::number(header.bottom())));
}

void TestSegmentViews::theBitsAreThoseOfTheBytes()
{
    QCOMPARE(m_flags->content().word, std::uint16_t(0xa002));
    QVERIFY(m_flags->content().meaning.startsWith(QStringLiteral("SYN")));
    QVERIFY(!m_flags->content().verdict);
}

void TestSegmentViews::pointingAtBytesMarksTheFieldInTheHeader()
{
    const HexGeometry& geometry = m_panel->hexView().geometryOfBytes();
    const std::size_t window = m_shown->details()->segment.transportOffset + 14U;
    moveTo(*m_panel->hexView().viewport(), geometry.digitRect(2 * window).center());
    QCOMPARE(m_selection.field(), std::optional(boxOf(HeaderField::TcpWindow).choice));
}

void TestSegmentViews::pointingAtAHeaderBoxMarksItsBytes()
{
    const HeaderLayout& layout = m_panel->headerView().headerLayout();
    const auto& boxes = m_panel->headerView().boxes();
    const auto slice = std::ranges::find_if(layout.slices,
        [&](const HeaderSlice& candidate) { return boxes[candidate.box].choice.field == HeaderField::TcpSequence; });
    moveTo(*m_panel->headerView().viewport(), slice->rect.center());
    const std::vector<DigitRange> marked = digitsOf(m_shown->details()->fields, m_selection.field().value());
    QCOMPARE(marked.size(), std::size_t(1));
    QCOMPARE(marked.front(), (DigitRange{(std::size_t{m_shown->details()->segment.transportOffset} + 4) * 2, 8}));
}

void TestSegmentViews::pointingAtABitChoosesItsField()
{
    moveTo(*m_flags, m_flags->flagsLayout().cells[14].rect.center());
    QCOMPARE(m_selection.field()->field, HeaderField::TcpFlags);
    moveTo(*m_flags, m_flags->flagsLayout().cells[0].rect.center());
    QCOMPARE(m_selection.field()->field, HeaderField::TcpDataOffset);
    QTest::mouseClick(m_flags.get(), Qt::LeftButton, {}, m_flags->flagsLayout().cells[5].rect.center().toPoint());
    QCOMPARE(m_selection.chosenField()->field, HeaderField::TcpReserved);
}

void TestSegmentViews::leavingAViewTakesTheMarkAway()
{
    moveTo(*m_flags, m_flags->flagsLayout().cells[14].rect.center());
    QVERIFY(m_selection.field());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_flags.get(), &leave);
    QVERIFY(!m_selection.field());
}

void TestSegmentViews::anMssOptionIsExplainedByTheMtu()
{
    const auto& boxes = m_panel->headerView().boxes();
    const auto box = std::ranges::find(boxes, QStringLiteral("MSS"), &HeaderBox::caption);
    QVERIFY(box != boxes.end());
    QCOMPARE(box->value, QStringLiteral("1460"));
    QCOMPARE(box->remark, QStringLiteral("MTU 1500 - 20 - 20"));
}

void TestSegmentViews::theWindowIsScaledOnlyBehindTheHandshake()
{
    QCOMPARE(boxOf(HeaderField::TcpWindow).remark, QString());
    select(2);
    const QString raw = boxOf(HeaderField::TcpWindow).value;
    QCOMPARE(boxOf(HeaderField::TcpWindow).remark, QStringLiteral("× 1024 = %1").arg(raw.toInt() * 1024));
}

void TestSegmentViews::arrowKeysWalkOverTheBytesAndChooseTheirFields()
{
    HexView& hex = m_panel->hexView();
    QTest::keyClick(&hex, Qt::Key_Home);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::LinkHeader);
    for (int i = 0; i < 14; ++i)
        QTest::keyClick(&hex, Qt::Key_Right);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::IpVersion);
    QTest::keyClick(&hex, Qt::Key_End);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::TcpOption);
}

void TestSegmentViews::arrowKeysWalkFromBoxToBox()
{
    HeaderView& header = m_panel->headerView();
    QTest::keyClick(&header, Qt::Key_Right);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::TcpSourcePort);
    QTest::keyClick(&header, Qt::Key_Right);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::TcpDestinationPort);
    QTest::keyClick(&header, Qt::Key_Down);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::TcpSequence);
    QTest::keyClick(&header, Qt::Key_Up);
    QTest::keyClick(&header, Qt::Key_Escape);
    QVERIFY(!m_selection.chosenField());
}

void TestSegmentViews::copyingTakesThePacketOrTheSelectedBytes()
{
    HexView& hex = m_panel->hexView();
    hex.copyAsHex();
    QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char(' ')).size(),
        qsizetype(m_shown->details()->bytes.size()));
    QTest::keyClick(&hex, Qt::Key_Home);
    QTest::keyClick(&hex, Qt::Key_Right, Qt::ShiftModifier);
    hex.copyAsHex();
    QCOMPARE(QGuiApplication::clipboard()->text().size(), qsizetype(5));
}

QTEST_MAIN(TestSegmentViews)
#include "tst_segment_views.moc"

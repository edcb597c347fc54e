// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/segment_model.h"
#include "ui/panels/segment_table.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/theme.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tcpladder;

/// The bundled sample's first connection: 19 segments, a three-segment close.
class TestSegmentModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<CaptureSession>();
        m_selection = std::make_unique<Selection>();
        m_model = std::make_unique<SegmentModel>(*m_session, *m_selection);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_selection.reset();
        m_session.reset();
    }

    void itIsEmptyWithoutACapture() { QCOMPARE(m_model->rowCount(), 0); }

    void eachSegmentIsARow()
    {
        open();
        QCOMPARE(m_model->rowCount(), 19);
        QCOMPARE(cell(0, SegmentModel::Column::Number), "1");
        QCOMPARE(cell(0, SegmentModel::Column::Flags), "SYN");
        QCOMPARE(cell(0, SegmentModel::Column::Sequence), "0");
        QCOMPARE(cell(0, SegmentModel::Column::Acknowledgment), "");
        QCOMPARE(cell(1, SegmentModel::Column::Flags), "SYN,ACK");
        QCOMPARE(cell(1, SegmentModel::Column::Acknowledgment), "1");
    }

    void aRowHasTheStatesBehindItsSegment()
    {
        open();
        QCOMPARE(cell(0, SegmentModel::Column::StateA), "SYN_SENT");
        QCOMPARE(cell(0, SegmentModel::Column::StateB), "SYN_RECEIVED");
        QCOMPARE(cell(1, SegmentModel::Column::StateA), "ESTABLISHED");
        QCOMPARE(cell(2, SegmentModel::Column::StateB), "ESTABLISHED");
        QCOMPARE(cell(16, SegmentModel::Column::StateB), "FIN_WAIT_1");
        QCOMPARE(cell(17, SegmentModel::Column::StateA), "LAST_ACK");
        QCOMPARE(cell(17, SegmentModel::Column::StateB), "TIME_WAIT");
        QCOMPARE(cell(18, SegmentModel::Column::StateA), "CLOSED");
    }

    void anotherConnectionIsAnotherTable()
    {
        open();
        selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(1), 0);
        QCOMPARE(m_model->rowCount(), 11);
        m_session->close();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void theTableAndTheSelectionFollowEachOther()
    {
        open();
        const Theme theme;
        SegmentTable table(*m_session, *m_selection, theme);
        QCOMPARE(table.model()->rowCount(), 0); // nobody sees it
        table.show();
        QCOMPARE(table.model()->rowCount(), m_model->rowCount());
        selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(0), 5);
        QCOMPARE(table.currentIndex().row(), 5);
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(selectedRow(*m_selection, *m_session->document()), std::optional<std::size_t>(6));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(2, 1)).center());
        QCOMPARE(selectedRow(*m_selection, *m_session->document()), std::optional<std::size_t>(2));
    }

private:
    void open()
    {
        m_session->open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
        selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(0), 0);
    }

    QString cell(int row, SegmentModel::Column column) const
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }

    std::unique_ptr<CaptureSession> m_session;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<SegmentModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestSegmentModel)
#include "tst_segment_model.moc"

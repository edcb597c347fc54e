// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/uniform_list_view.h"

#include <QAbstractListModel>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTest>

#include <memory>

using namespace tcpladder;

namespace {

constexpr int rowHeight = 50;

/// Counts how often it is asked for a row.
class Rows : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }
    QModelIndex index(int row, int column, const QModelIndex& parent) const override
    {
        ++m_asked;
        return QAbstractListModel::index(row, column, parent);
    }

    void add(int count)
    {
        beginInsertRows({}, m_count, m_count + count - 1);
        m_count += count;
        endInsertRows();
    }
    int takeAsked() { return std::exchange(m_asked, 0); }

private:
    int m_count = 0;
    mutable int m_asked = 0;
};

class Delegate : public QStyledItemDelegate
{
public:
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, rowHeight}; }
};

} // namespace

class TestUniformListView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rows = std::make_unique<Rows>();
        m_view = std::make_unique<UniformListView>();
        m_view->setItemDelegate(&m_delegate);
        m_view->setModel(m_rows.get());
        m_view->resize(200, 420);
        m_view->show();
        m_rows->add(1000);
        QCoreApplication::processEvents();
    }

    void cleanup() { m_view.reset(); }

    void rowsThatComeAskNothingOfTheOthers()
    {
        m_rows->add(400'000);
        QCoreApplication::processEvents();
        const int asked = m_rows->takeAsked();
        QVERIFY2(asked < 200, qPrintable(QString::number(asked)));
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 401'000 * rowHeight - m_view->viewport()->height());
    }

    void aRowIsWhereItIsClicked()
    {
        QSignalSpy clicked(m_view.get(), &QListView::clicked);
        m_view->verticalScrollBar()->setValue(120);
        const QRect third = m_view->visualRect(m_rows->index(3, 0, {}));
        QCOMPARE(third, QRect(0, 30, m_view->viewport()->width(), rowHeight));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, third.center());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(m_view->currentIndex().row(), 3);
        QVERIFY(m_view->selectionModel()->isSelected(m_view->currentIndex()));
    }

    /// What stands on the screen is what would be painted anew.
    void theScreenShowsWhereItHasScrolledTo()
    {
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        for (const int value : {120, 170, 40, 5000, 0}) {
            m_view->verticalScrollBar()->setValue(value);
            QTRY_COMPARE(m_view->screen()->grabWindow(m_view->winId()).toImage().convertToFormat(QImage::Format_RGB32),
                m_view->grab().toImage().convertToFormat(QImage::Format_RGB32));
        }
    }

    void keysMoveAndScroll()
    {
        m_view->setCurrentIndex(m_rows->index(0, 0, {}));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().row(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QCOMPARE(m_view->currentIndex().row(), 1 + m_view->viewport()->height() / rowHeight);
        QVERIFY(m_view->verticalScrollBar()->value() > 0);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), 999);
        QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentIndex().row(), 0);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    }

    void belowTheLastRowIsNothing()
    {
        Rows few;
        few.add(2);
        m_view->setModel(&few);
        QVERIFY(m_view->indexAt({10, 90}).isValid());
        QVERIFY(!m_view->indexAt({10, 110}).isValid());
        m_view->setModel(m_rows.get());
    }

    void anEmptyOneHasNoRows()
    {
        Rows none;
        m_view->setModel(&none);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(!m_view->currentIndex().isValid());
        QVERIFY(!m_view->indexAt({10, 10}).isValid());
        QVERIFY(!m_view->grab().isNull());
        m_view->setModel(m_rows.get());
    }

private:
    Delegate m_delegate;
    std::unique_ptr<Rows> m_rows;
    std::unique_ptr<UniformListView> m_view;
};

QTEST_MAIN(TestUniformListView)
#include "tst_uniform_list_view.moc"

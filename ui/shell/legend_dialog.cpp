// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/legend_dialog.h"

#include "ui/ladder/arrow_painter.h"
#include "ui/ladder/row_signs.h"
#include "ui/support/icons.h"
#include "ui/support/state_fill.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <functional>

namespace tcpladder {

namespace {

constexpr QSize sampleSize(120, 26);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(legend)
};

/// Draws one thing of the ladder.
class LegendSample : public QWidget
{
public:
    using Paint = std::function<void(QPainter&, const Theme&, const QRectF&)>;

    LegendSample(const Theme& theme, Paint paint, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_paint(std::move(paint))
    {
        setFixedSize(sampleSize);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
        m_paint(painter, m_theme, QRectF(rect()).adjusted(spacing::medium, 0, -spacing::medium, 0));
    }

private:
    const Theme& m_theme;
    Paint m_paint;
};

LegendSample::Paint arrow(SegmentKind kind, SegmentFate fate)
{
    return [kind, fate](QPainter& painter, const Theme& theme, const QRectF& rect) {
        const QLineF line(rect.left(), rect.center().y() - 2, rect.right(), rect.center().y() + 2);
        paintLadderArrow(painter, theme, {line, kind, fate}, 1);
    };
}

LegendSample::Paint band(TcpState state, FillStrength strength)
{
    return [state, strength](QPainter& painter, const Theme& theme, const QRectF& rect) {
        const QRectF bar = rect.adjusted(0, spacing::small, 0, -spacing::small);
        fillWithState(painter, bar, theme, state, strength);
        if (strength == FillStrength::Full)
            return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.state(state).fill, 1.5, Qt::DashLine));
        painter.drawRect(bar);
    };
}

LegendSample::Paint mark(Severity severity)
{
    return [severity](QPainter& painter, const Theme& theme, const QRectF& rect) {
        constexpr qreal size = 18;
        const QRectF place(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size);
        drawIcon(painter, place, severityIcon(severity), theme.severityMark(severity));
    };
}

LegendSample::Paint sign(RowSign of)
{
    return [of](QPainter& painter, const Theme& theme, const QRectF& rect) {
        const QSizeF size = of == RowSign::Bookmark ? QSizeF(8, 14) : QSizeF(14, 13);
        paintRowSign(painter, theme, of, {rect.center() - QPointF(size.width(), size.height()) / 2, size});
    };
}

class LegendTable
{
public:
    LegendTable(const Theme& theme, QDialog& dialog)
        : m_theme(theme)
        , m_dialog(dialog)
        , m_columns(new QHBoxLayout)
    {
        m_columns->setSpacing(2 * spacing::large);
    }

    void beginColumn()
    {
        auto* column = new QVBoxLayout;
        m_grid = new QGridLayout;
        m_grid->setHorizontalSpacing(spacing::large);
        column->addLayout(m_grid);
        column->addStretch();
        m_columns->addLayout(column);
    }

    void addHeading(const QString& text)
    {
        auto* label = new QLabel(text, &m_dialog);
        label->setFont(m_theme.font(FontRole::BodyBold));
        m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
    }

    void add(LegendSample::Paint paint, const QString& text)
    {
        const int row = m_grid->rowCount();
        m_grid->addWidget(new LegendSample(m_theme, std::move(paint), &m_dialog), row, 0);
        m_grid->addWidget(new QLabel(text, &m_dialog), row, 1);
    }

    QLayout* layout() const { return m_columns; }

private:
    const Theme& m_theme;
    QDialog& m_dialog;
    QHBoxLayout* m_columns;
    QGridLayout* m_grid = nullptr;
};

void addFates(LegendTable& table)
{
    const auto data = [](SegmentFate fate) { return arrow(SegmentKind::Data, fate); };
    table.addHeading(Words::tr("What became of a segment"));
    table.add(data(SegmentFate::Ordinary), Words::tr("Captured once, in its order"));
    table.add(data(SegmentFate::Repeated), Words::tr("Retransmitted: sent before"));
    table.add(data(SegmentFate::Lost), Words::tr("Presumably lost: sent again later"));
    table.add(data(SegmentFate::OutOfOrder), Words::tr("Out of order"));
    table.add(data(SegmentFate::Duplicated), Words::tr("Duplicated: one packet captured twice"));
    table.add(arrow(SegmentKind::Reset, SegmentFate::Reset), Words::tr("Reset"));
}

void addKinds(LegendTable& table)
{
    const auto kind = [](SegmentKind of) { return arrow(of, SegmentFate::Ordinary); };
    table.addHeading(Words::tr("What a segment does"));
    table.add(kind(SegmentKind::Syn), Words::tr("Opens: SYN"));
    table.add(kind(SegmentKind::Data), Words::tr("Carries data"));
    table.add(kind(SegmentKind::Acknowledgment), Words::tr("Only acknowledges"));
    table.add(kind(SegmentKind::Fin), Words::tr("Closes: FIN"));
}

void addStates(LegendTable& table)
{
    table.addHeading(Words::tr("What an endpoint is in"));
    table.add(band(TcpState::Established, FillStrength::Full), Words::tr("A state that segments show"));
    table.add(band(TcpState::Established, FillStrength::Pale), Words::tr("Expected or assumed: nothing shows it"));
    table.add(band(TcpState::TimeWait, FillStrength::Full), Words::tr("TIME_WAIT, until 2MSL have passed"));
    table.addHeading(Words::tr("Findings in the margin"));
    table.add(mark(Severity::Note), Words::tr("Worth knowing"));
    table.add(mark(Severity::Warning), Words::tr("Something costs time"));
    table.add(mark(Severity::Error), Words::tr("Something is wrong"));
    table.addHeading(Words::tr("What people left"));
    table.add(sign(RowSign::Bookmark), Words::tr("A bookmark"));
    table.add(sign(RowSign::Comment), Words::tr("A comment in the capture"));
}

} // namespace

void showLegend(QWidget& parent, const Theme& theme)
{
    static const QString name = QStringLiteral("legend");
    if (auto* open = parent.findChild<QDialog*>(name)) {
        open->raise();
        return open->activateWindow();
    }
    auto* dialog = new QDialog(&parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Legend of the ladder"));
    LegendTable table(theme, *dialog);
    table.beginColumn();
    addFates(table);
    addKinds(table);
    table.beginColumn();
    addStates(table);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addLayout(table.layout());
    layout->addWidget(buttons);
    dialog->show();
}

} // namespace tcpladder

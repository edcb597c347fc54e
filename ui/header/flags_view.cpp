// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_view.h"

#include "ui/header/explanation_text.h"
#include "ui/header/flags_painter.h"
#include "ui/header/flags_word_text.h"
#include "ui/header/shown_segment.h"
#include "ui/support/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::size_t lastCell = 15;

QString detailOf(std::uint16_t word)
{
    return hexWord(word) + QStringLiteral(" = ") + binaryWord(word);
}

} // namespace

FlagsView::FlagsView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_selection(selection)
    , m_theme(theme)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Flags of the segment"));
    createChildren();
    connect(&shown, &ShownSegment::changed, this, &FlagsView::takeSegment);
    connect(&selection, &Selection::fieldChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &FlagsView::layOut);
    takeSegment();
}

void FlagsView::createChildren()
{
    m_editor = new QLineEdit(this);
    m_editor->setObjectName(QStringLiteral("flagsWord"));
    m_editor->setAccessibleName(tr("Another flags word"));
    m_editor->setPlaceholderText(tr("0x8010 or 16 bits"));
    m_editor->installEventFilter(this);
    m_editor->hide();
    connect(m_editor, &QLineEdit::textEdited, this, &FlagsView::takeTypedWord);
    connect(m_editor, &QLineEdit::editingFinished, m_editor, &QWidget::hide);
    m_reset = new QToolButton(this);
    m_reset->setObjectName(QStringLiteral("resetFlags"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Back to what was captured (Esc)"));
    m_reset->setFocusPolicy(Qt::NoFocus);
    m_reset->hide();
    connect(m_reset, &QToolButton::clicked, this, &FlagsView::resetWord);
}

QSize FlagsView::sizeHint() const
{
    return {640, 310};
}

QSize FlagsView::minimumSizeHint() const
{
    return {380, 170};
}

/// The same segment comes again when a capture grows: what is tried stays then.
void FlagsView::takeSegment()
{
    if (!m_shown.details() || m_segment != m_selection.segment()) {
        m_tried.reset();
        m_editor->hide();
    }
    m_segment = m_selection.segment();
    readContent();
}

void FlagsView::tryWord(std::uint16_t word)
{
    if (!m_shown.details())
        return;
    m_tried = word == m_shown.flagsWord() ? std::nullopt : std::optional(word);
    readContent();
}

void FlagsView::resetWord()
{
    m_tried.reset();
    readContent();
}

/// Most segments of a connection have the flags of one that was shown: nothing is laid out anew for them.
void FlagsView::readContent()
{
    const FlagsContent before = std::exchange(m_content, readFlags(m_shown, m_tried));
    QString description = detailOf(m_content.word) + QLatin1Char('\n') + m_content.meaning;
    if (m_content.tried)
        description.prepend(m_content.tried->banner + QLatin1Char('\n'));
    setAccessibleDescription(description);
    m_reset->setVisible(m_tried.has_value());
    emit detailChanged(m_shown.details() ? detailOf(m_content.word) : QString());
    if (m_content != before)
        layOut();
}

void FlagsView::layOut()
{
    m_layout = layoutFlags(m_content, QSizeF(size()), m_theme);
    placeChildren();
    update();
}

void FlagsView::placeChildren()
{
    m_reset->adjustSize();
    m_reset->move(width() - m_reset->width() - spacing::small, spacing::small);
    const FlagsFonts fonts(m_theme, m_layout.zoom);
    m_editor->setFont(fonts.digit);
    const int bits = QFontMetrics(fonts.digit).horizontalAdvance(QStringLiteral("0000 0000 0000 0000 _"));
    QRect place = m_layout.word.toAlignedRect();
    place.setWidth(std::min(std::max(bits, place.width()), width() - place.left() - spacing::medium));
    m_editor->setGeometry(place);
}

void FlagsView::editWord()
{
    if (!m_shown.details())
        return;
    m_editor->setText(hexWord(m_content.word));
    m_editor->selectAll();
    m_editor->show();
    m_editor->raise();
    m_editor->setFocus();
}

/// While it is typed: as soon as it is a word.
void FlagsView::takeTypedWord(const QString& text)
{
    if (const std::optional<std::uint16_t> word = parseFlagsWord(text))
        tryWord(*word);
}

void FlagsView::copyWord() const
{
    QGuiApplication::clipboard()->setText(detailOf(m_content.word));
}

void FlagsView::pasteWord()
{
    takeTypedWord(QGuiApplication::clipboard()->text());
}

void FlagsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    if (!m_shown.details())
        return;
    FlagsMarks marks;
    if (const std::optional<FieldChoice> field = m_selection.field())
        marks.field = field->field;
    if (hasFocus())
        marks.focused = m_cell;
    paintFlags(painter, m_content, m_layout, marks, m_theme);
}

std::optional<Picture> FlagsView::picture() const
{
    if (!m_shown.details())
        return {};
    const auto theme = std::make_shared<Theme>(Theme::Scheme::Light);
    return Picture{detailOf(m_content.word), QSizeF(size()),
        [theme, content = m_content, layout = m_layout, area = rect()](QPainter& painter) {
            painter.fillRect(area, theme->color(ColorRole::Panel));
            paintFlags(painter, content, layout, {}, *theme);
        }};
}

void FlagsView::resizeEvent(QResizeEvent*)
{
    layOut();
}

std::optional<FieldChoice> FlagsView::choiceAt(QPointF position) const
{
    const std::optional<std::size_t> cell = m_layout.cellAt(position);
    if (!cell)
        return {};
    switch (flagsWordBits[*cell].part) {
    case FlagsWordPart::DataOffset: return FieldChoice{HeaderField::TcpDataOffset, 0};
    case FlagsWordPart::Reserved: return FieldChoice{HeaderField::TcpReserved, 0};
    case FlagsWordPart::Flags: break;
    }
    return FieldChoice{HeaderField::TcpFlags, 0};
}

void FlagsView::mouseMoveEvent(QMouseEvent* event)
{
    m_selection.hoverField(choiceAt(event->position()));
    const bool isPressable = m_shown.details() && m_layout.cellAt(event->position());
    const bool isWord = m_shown.details() && m_layout.word.contains(event->position());
    setCursor(isPressable ? Qt::PointingHandCursor : isWord ? Qt::IBeamCursor : Qt::ArrowCursor);
}

void FlagsView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selection.chooseField(choiceAt(event->position()));
    if (const std::optional<std::size_t> cell = m_layout.cellAt(event->position())) {
        m_cell = *cell;
        flip(*cell);
    } else if (m_layout.word.contains(event->position())) {
        editWord();
    }
}

/// Two quick clicks are two flips.
void FlagsView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void FlagsView::flip(std::size_t cell)
{
    tryWord(static_cast<std::uint16_t>(m_content.word ^ flagsWordBits[cell].mask()));
}

void FlagsView::moveFocus(std::size_t cell)
{
    m_cell = cell;
    m_selection.chooseField(choiceAt(m_layout.cells[cell].rect.center()));
    QToolTip::showText(mapToGlobal(m_layout.cells[cell].nameRect.bottomLeft().toPoint()), toolTipOf(cell), this);
    update();
}

bool FlagsView::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Left: moveFocus(m_cell == 0 ? 0 : m_cell - 1); return true;
    case Qt::Key_Right: moveFocus(std::min(m_cell + 1, lastCell)); return true;
    case Qt::Key_Home: moveFocus(0); return true;
    case Qt::Key_End: moveFocus(lastCell); return true;
    case Qt::Key_Space: flip(m_cell); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2: editWord(); return true;
    case Qt::Key_Escape:
        if (!m_tried)
            return false;
        resetWord();
        return true;
    default: return false;
    }
}

void FlagsView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyWord();
    else if (event->matches(QKeySequence::Paste))
        pasteWord();
    else if (!m_shown.details() || event->modifiers() & ~Qt::KeypadModifier || !handleKey(event->key()))
        QWidget::keyPressEvent(event);
}

void FlagsView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void FlagsView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void FlagsView::leaveEvent(QEvent*)
{
    m_selection.hoverField({});
}

bool FlagsView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // The window has uses of its own for these keys, such as Space for playing.
        const auto* key = static_cast<QKeyEvent*>(event);
        static constexpr std::array ours{Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End};
        const bool isOurs = key->modifiers() == Qt::NoModifier && std::ranges::find(ours, key->key()) != ours.end();
        const bool isReset = key->key() == Qt::Key_Escape && m_tried;
        if (isOurs || isReset || key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Paste)) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::optional<std::size_t> cell = m_layout.cellAt(help->pos());
    const bool isWord = m_layout.word.contains(help->pos());
    QToolTip::showText(help->globalPos(),
        cell         ? toolTipOf(*cell)
            : isWord ? tr("Click to try another word")
                     : QString(),
        this);
    return true;
}

/// Esc in the editor gives up what was typed, Return keeps it; neither is for the cells behind it.
bool FlagsView::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_editor || !isKey)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        m_editor->hide();
        setFocus();
        if (key == Qt::Key_Escape)
            resetWord();
    }
    event->accept();
    return true;
}

QString FlagsView::toolTipOf(std::size_t cell) const
{
    if (!m_shown.details())
        return {};
    const Segment segment = m_tried ? withFlagsWord(m_shown.details()->segment, *m_tried) : m_shown.details()->segment;
    return toToolTip(explainFlagsBit(flagsWordBits[cell], segment));
}

} // namespace tcpladder

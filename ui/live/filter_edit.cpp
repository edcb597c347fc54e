// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/filter_edit.h"

#include "ui/live/helper_query.h"
#include "ui/support/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tcpladder {

namespace {

constexpr std::chrono::milliseconds whileTyping(250);

} // namespace

FilterEdit::FilterEdit(HelperQuery& query, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_query(query)
    , m_theme(theme)
    , m_line(new QLineEdit(this))
    , m_answer(new QLabel(this))
{
    m_line->setFont(theme.font(FontRole::Mono));
    m_line->setPlaceholderText(tr("for example: port 6378 and host 192.0.2.1"));
    m_line->setAccessibleName(tr("Capture filter"));
    m_line->setClearButtonEnabled(true);
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_line);
    layout->addWidget(m_answer);
    setFocusPolicy(Qt::StrongFocus); // or the label's letter would lead nowhere
    setFocusProxy(m_line);
    m_pause.setSingleShot(true);
    m_pause.setInterval(whileTyping);
    connect(&m_pause, &QTimer::timeout, this, &FilterEdit::check);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        m_isUnderstood = false;
        m_pause.start();
        emit checked();
    });
    connect(&query, &HelperQuery::filterChecked, this, &FilterEdit::takeAnswer);
    takeAnswer(filter(), QString());
}

QString FilterEdit::filter() const
{
    return m_line->text().trimmed();
}

void FilterEdit::setFilter(const QString& filter)
{
    m_line->setText(filter);
}

void FilterEdit::setDevice(const QString& device)
{
    m_device = device;
    check();
}

void FilterEdit::check()
{
    m_pause.stop();
    m_query.checkFilter(filter(), m_device);
}

void FilterEdit::takeAnswer(const QString& filter, const QString& error)
{
    if (filter != this->filter())
        return;
    m_isUnderstood = error.isEmpty();
    const ColorRole role = m_isUnderstood ? ColorRole::SecondaryText : ColorRole::ErrorMark;
    QPalette palette = m_answer->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(role));
    m_answer->setPalette(palette);
    if (!m_isUnderstood)
        m_answer->setText(tr("✗ libpcap says: %1").arg(error));
    else if (filter.isEmpty())
        m_answer->setText(tr("Without a filter everything is captured. The language is libpcap's: man pcap-filter"));
    else
        m_answer->setText(tr("✓ libpcap understands this filter."));
    emit checked();
}

} // namespace tcpladder

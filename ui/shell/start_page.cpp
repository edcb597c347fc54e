// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_page.h"

#include "ui/support/icons.h"
#include "ui/support/resources.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tcpladder {

namespace {

constexpr int columnWidth = 670;
constexpr int logoSize = 88;

QLabel* makeLabel(const QString& text, const QFont& font, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setFont(font);
    label->setWordWrap(true);
    label->setMinimumHeight(label->heightForWidth(columnWidth)); // a centred column asks no label for it
    return label;
}

} // namespace

StartPage::StartPage(const Settings& settings, const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_recent(new QVBoxLayout)
{
    setObjectName(QStringLiteral("startPage"));
    auto* column = new QWidget(this);
    column->setFixedWidth(columnWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(spacing::large);
    addHeading(*layout);
    addButtons(*layout);
    m_recent->setSpacing(0);
    layout->addLayout(m_recent);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addWidget(column, 0, Qt::AlignHCenter);
    page->addStretch(3);
    refresh();
}

void StartPage::addHeading(QVBoxLayout& layout)
{
    loadResources();
    auto* logo = new QLabel(this);
    logo->setPixmap(QIcon(QStringLiteral(":/icons/tcpladder.svg")).pixmap(logoSize, logoSize));
    logo->setFixedSize(logoSize, logoSize);
    layout.addWidget(logo);
    layout.addWidget(
        makeLabel(tr("See how TCP connections live and die"), m_theme.font(FontRole::PanelTitle, 1.8), {}, this));
    layout.addWidget(
        makeLabel(tr("Open a capture or a tcpdump text. Each connection becomes a ladder with the states of both "
                     "endpoints down its sides, and every change says why it happened."),
            m_theme.font(FontRole::Body, 1.1), QStringLiteral("hint"), this));
}

void StartPage::addButtons(QVBoxLayout& layout)
{
    auto* row = new QHBoxLayout;
    auto* open = new QPushButton(themedIcon(m_theme, IconName::Open), tr("Open a file…"), this);
    auto* capture = new QPushButton(themedIcon(m_theme, IconName::Record), tr("Capture live…"), this);
    auto* paste = new QPushButton(tr("Paste text"), this);
    auto* sample = new QPushButton(tr("Open the sample"), this);
    for (QPushButton* button : {open, capture, paste, sample}) {
        button->setFont(m_theme.font(FontRole::Body, 1.1));
        button->setMinimumHeight(38);
        button->setMinimumWidth(150);
        row->addWidget(button);
    }
    row->addStretch();
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(capture, &QPushButton::clicked, this, &StartPage::captureRequested);
    connect(paste, &QPushButton::clicked, this, &StartPage::pasteRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    layout.addLayout(row);
    layout.addWidget(makeLabel(
        tr("… or drop files or a text on this window."), m_theme.font(FontRole::Body), QStringLiteral("hint"), this));
}

void StartPage::refresh()
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList files = m_settings.recentFiles();
    if (!files.isEmpty())
        m_recent->addWidget(
            makeLabel(tr("Recent files"), m_theme.font(FontRole::CaptionBold), QStringLiteral("heading"), this));
    for (const QString& path : files) {
        auto* link = new QPushButton(QFileInfo(path).fileName(), this);
        link->setObjectName(QStringLiteral("link"));
        link->setFont(m_theme.font(FontRole::Body));
        link->setToolTip(path);
        link->setCursor(Qt::PointingHandCursor);
        link->setMinimumHeight(26);
        connect(link, &QPushButton::clicked, this, [this, path] { emit fileRequested(path); });
        m_recent->addWidget(link, 0, Qt::AlignLeft);
    }
}

} // namespace tcpladder

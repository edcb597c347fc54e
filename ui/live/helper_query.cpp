// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/helper_query.h"

namespace tcpladder {

namespace {

/// What the error line among them says; empty where there is none.
QString errorIn(const QByteArray& lines)
{
    for (const QByteArray& line : lines.split('\n')) {
        const auto parsed = parseHelperLine(line);
        if (const auto* error = parsed ? std::get_if<HelperError>(&*parsed) : nullptr)
            return error->text;
    }
    return {};
}

/// Nobody waits for the answer any more.
void giveUp(std::unique_ptr<QProcess>& process)
{
    if (!process)
        return;
    process->disconnect();
    process->kill();
    process->waitForFinished();
    process.reset();
}

} // namespace

HelperQuery::HelperQuery(QString helper, QObject* parent)
    : QObject(parent)
    , m_helper(std::move(helper))
{
}

HelperQuery::~HelperQuery()
{
    giveUp(m_listing);
    giveUp(m_checking);
}

void HelperQuery::listDevices()
{
    if (m_helper.isEmpty()) {
        emit failed(troubleStarting(m_helper));
        return;
    }
    m_listing = ask({QStringLiteral("--list-devices")},
        [this](const QByteArray& lines) { emit devicesListed(parseDeviceList(lines)); });
}

void HelperQuery::checkFilter(const QString& filter, const QString& device)
{
    giveUp(m_checking);
    if (filter.trimmed().isEmpty() || m_helper.isEmpty()) {
        emit filterChecked(filter, QString());
        return;
    }
    QStringList arguments{QStringLiteral("--check-filter"), filter};
    if (!device.isEmpty())
        arguments << QStringLiteral("--device") << device;
    m_checking
        = ask(arguments, [this, filter](const QByteArray& lines) { emit filterChecked(filter, errorIn(lines)); });
}

std::unique_ptr<QProcess> HelperQuery::ask(const QStringList& arguments, const Answer& answer)
{
    auto process = std::make_unique<QProcess>();
    connect(process.get(), &QProcess::finished, this,
        [asked = process.get(), answer] { answer(asked->readAllStandardOutput()); });
    connect(process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed(troubleStarting(m_helper));
    });
    process->start(m_helper, arguments, QIODevice::ReadOnly);
    return process;
}

} // namespace tcpladder

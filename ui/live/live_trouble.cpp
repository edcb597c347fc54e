// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_trouble.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(live)
};

/// As a shell reads it.
QString quoted(const QString& word)
{
    static const QString safe = QStringLiteral("/._-+:@%,=");
    const auto isSafe = [](QChar c) { return c.isLetterOrNumber() || safe.contains(c); };
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isSafe))
        return word;
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QString folderOf(const QString& file)
{
    return QFileInfo(file).absolutePath();
}

LiveTrouble noPrivilege(const HelperError&, const TroubleContext& context)
{
    return {Words::tr("Capturing needs a right that the capture helper does not have."),
        shellCommand("sudo setcap cap_net_raw,cap_net_admin+ep %1").arg(quoted(context.helper))};
}

LiveTrouble noSuchDevice(const HelperError&, const TroubleContext& context)
{
    return {Words::tr("There is no network device %1.").arg(context.device), shellCommand("ip -brief link")};
}

LiveTrouble deviceDown(const HelperError&, const TroubleContext& context)
{
    return {Words::tr("The network device %1 is down.").arg(context.device),
        shellCommand("sudo ip link set %1 up").arg(quoted(context.device))};
}

LiveTrouble deviceGone(const HelperError&, const TroubleContext& context)
{
    return {Words::tr("The network device %1 is gone. What was captured until then is here; Capture > Restart begins "
                      "again when the device is back.")
                .arg(context.device),
        shellCommand("ip -brief link")};
}

LiveTrouble deviceFailed(const HelperError& error, const TroubleContext& context)
{
    return {Words::tr("The network device %1 can't be captured from: %2").arg(context.device, error.text), QString()};
}

LiveTrouble badFilter(const HelperError& error, const TroubleContext&)
{
    return {Words::tr("libpcap does not understand the filter: %1").arg(error.text), shellCommand("man pcap-filter")};
}

LiveTrouble cannotWrite(const HelperError& error, const TroubleContext& context)
{
    return {Words::tr("The capture can't be written: %1").arg(error.text),
        shellCommand("ls -ld %1").arg(quoted(folderOf(context.file)))};
}

LiveTrouble diskFull(const HelperError&, const TroubleContext& context)
{
    return {Words::tr("The disk is full, so capturing has stopped. What was captured until then is here."),
        shellCommand("df -h %1").arg(quoted(folderOf(context.file)))};
}

LiveTrouble cannotConfine(const HelperError& error, const TroubleContext&)
{
    return {Words::tr("The capture helper could not give up its rights, so it did not begin: %1").arg(error.text),
        QString()};
}

LiveTrouble anotherVersion(const HelperError& error, const TroubleContext&)
{
    return {Words::tr("The capture helper is of another version than this program: %1").arg(error.text),
        shellCommand("./dev install")};
}

struct Wording
{
    const char* word;
    LiveTrouble (*say)(const HelperError& error, const TroubleContext& context);
};

constexpr std::array wordings = std::to_array<Wording>({
    {"no-privilege", noPrivilege},
    {"no-such-device", noSuchDevice},
    {"device-down", deviceDown},
    {"device-gone", deviceGone},
    {"device-failed", deviceFailed},
    {"bad-filter", badFilter},
    {"cannot-write", cannotWrite},
    {"file-exists", cannotWrite},
    {"disk-full", diskFull},
    {"cannot-confine", cannotConfine},
    {"usage", anotherVersion},
});

QString userName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? QStringLiteral("$(id -un)") : quoted(name);
}

} // namespace

QString shellCommand(const char* text)
{
    return QString::fromLatin1(text);
}

LiveTrouble troubleFor(const HelperError& error, const TroubleContext& context)
{
    for (const Wording& wording : wordings) {
        if (error.word == QLatin1String(wording.word))
            return wording.say(error, context);
    }
    return deviceFailed(error, context);
}

LiveTrouble troubleStarting(const QString& helper)
{
    const QFileInfo file(helper);
    if (helper.isEmpty() || !file.exists())
        return {Words::tr("The capture helper tcpladder-capture is not installed."), shellCommand("./dev install")};
    if (file.isExecutable())
        return {Words::tr("The capture helper %1 can't be started.").arg(helper), shellCommand("./dev install")};
    return {Words::tr("Only the group %1 may capture. Join it, then log in again.").arg(file.group()),
        shellCommand("sudo usermod --append --groups %1 %2").arg(quoted(file.group()), userName())};
}

LiveTrouble troubleOfCrash()
{
    return {Words::tr("The capture helper ended unexpectedly. What it had captured is here."), QString()};
}

} // namespace tcpladder

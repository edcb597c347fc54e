// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QStandardPaths>
#include <QString>

namespace tcpladder {

/// Speaks as the capture helper does, without a network: the device's name says what happens to it. "calm" has the
/// sample's packets, "gone" has them and then vanishes, "locked" may not be captured from, "fatal" kills the helper.
inline QString makeFakeHelper(const QString& folder)
{
    const QByteArray script = R"(#!/bin/sh
while [ $# -gt 0 ]; do
    case $1 in
    --device) device=$2; shift ;;
    --output) output=$2; shift ;;
    --filter) filter=$2; shift ;;
    --check-filter)
        [ "$2" = nonsense ] && echo "error bad-filter syntax error in nonsense"
        echo end; exit ;;
    --list-devices) printf 'device calm\nstate up\naddress 192.0.2.1\ndevice gone\nstate up\nend\n'; exit ;;
    esac
    shift
done
case $device in
locked) printf 'error no-privilege you may not\nend\n'; exit 2 ;;
esac
if [ -e "$output" ]; then printf 'error file-exists %s exists already\nend\n' "$output"; exit 2; fi
cp ")" TCPLADDER_SAMPLE R"(" "$output"
echo "ready 1"
case $device in
gone) printf 'counts 24 24 0 1000\nerror device-gone it has disappeared\nend\n'; exit 2 ;;
fatal) kill -9 $$ ;;
esac
echo "counts 24 25 1 1000"
cat >/dev/null
echo end
)";
    QFile file(folder + QStringLiteral("/tcpladder-capture"));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

/// Lets the window find it, and keep its captures apart from the user's.
inline bool useFakeHelper(const QString& folder)
{
    QStandardPaths::setTestModeEnabled(true);
    qputenv("PATH", folder.toLocal8Bit() + ':' + qgetenv("PATH"));
    return !makeFakeHelper(folder).isEmpty();
}

} // namespace tcpladder

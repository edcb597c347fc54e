# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `./dev install` and `./dev uninstall`, which read this file: say, fail, as_root, require and build_preset are theirs.
#
# The capture helper is installed as Debian installs dumpcap for the group wireshark: it alone may capture, and only
# the group may run it. The window has no privilege at all.

capture_group=tcpladder
install_packages=(libcap2-bin passwd)

# What has been installed under a prefix, so that uninstalling needs no build.
installed_list() {
    printf '%s/share/tcpladder/installed-files' "$1"
}

# The folders and the desktops' caches that came with it. A folder's line ends with a slash; those deeper come first.
created_list() {
    printf '%s/share/tcpladder/created-places' "$1"
}

absolute_prefix() {
    readlink -m -- "${1:-/usr/local}"
}

# The group owns it before it may capture, since a change of owner takes capabilities away.
entrust_helper() {
    local helper=$1
    as_root groupadd --force --system "$capture_group"
    as_root chown "root:$capture_group" "$helper"
    as_root chmod 0750 "$helper"
    as_root setcap cap_net_raw,cap_net_admin+ep "$helper" || fail "$helper can't be given its capabilities:
    file systems mounted with nosuid, and most network file systems, have none. Choose another prefix."
}

# What tell_desktop writes besides what is installed: NAME of a cache, FOLDER and PATTERN of what needs it. Icons are
# found without theirs, only slower.
desktop_caches() {
    local name
    printf '%s\n' "applications/mimeinfo.cache applications *.desktop" \
        "icons/hicolor/icon-theme.cache icons/hicolor -"
    for name in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types \
        version; do
        printf '%s\n' "mime/$name mime/packages *.xml"
    done
}

# The folders under the prefix, and those that lead to it, as lines with a slash; and the caches that are there.
present_places() {
    local prefix=$1 folder=$1 cache
    if [[ -d $prefix ]]; then as_root find "$prefix" -xdev -type d -printf '%p/\n'; fi
    while folder=$(dirname "$folder") && [[ $folder != / ]]; do
        if [[ -d $folder ]]; then printf '%s/\n' "$folder"; fi
    done
    while read -r cache _; do
        if [[ -e $prefix/share/$cache ]]; then printf '%s\n' "$prefix/share/$cache"; fi
    done < <(desktop_caches)
}

# Those that an earlier installation created, and those that are there now and were not in the list of before.
created_places() {
    local prefix=$1 before=$2 earlier
    earlier=$(created_list "$prefix")
    if [[ -r $earlier ]]; then cat "$earlier"; fi
    present_places "$prefix" | grep -vxF -f <(printf '%s\n' "$before") || true
}

# A cache goes with the last file that needs it, a folder when it is empty.
remove_created_places() {
    local share=$1/share cache folder pattern place
    shift
    while read -r cache folder pattern; do
        if [[ " $* " == *" $share/$cache "* && -z $(find "$share/$folder" -name "$pattern" -type f -print -quit) ]]; then
            as_root rm -f -- "$share/$cache"
        fi
    done < <(desktop_caches)
    for place in "$@"; do
        if [[ $place == */ && -d $place ]]; then as_root rmdir --ignore-fail-on-non-empty -- "$place"; fi
    done
}

# Menus and icons appear without them too, only later; what they remark is about other programs' files.
tell_desktop() {
    local share=$1/share
    if has update-desktop-database; then as_root update-desktop-database "$share/applications" || true; fi
    if has update-mime-database; then as_root update-mime-database "$share/mime" || true; fi
    if has gtk-update-icon-cache; then as_root gtk-update-icon-cache -f -t "$share/icons/hicolor" || true; fi
} >/dev/null 2>&1

say_who_may_capture() {
    local user=${SUDO_USER:-$(id -un)}
    if [[ $user == root ]]; then
        user=NAME
    elif id -nG -- "$user" | tr ' ' '\n' | grep -qxF "$capture_group"; then
        say "$user is in the group $capture_group and may capture."
        return
    fi
    say "Only the group $capture_group may capture. To join it, run this and log in again:
    sudo usermod --append --groups $capture_group $user"
}

command_install() {
    local prefix list before created
    prefix=$(absolute_prefix "$@")
    list=$(installed_list "$prefix")
    require "${build_packages[@]}" "${install_packages[@]}"
    build_preset release "${programs[@]}"
    before=$(present_places "$prefix")
    as_root cmake --install "$project/build/release" --prefix "$prefix" >/dev/null
    as_root install -D -m 644 "$project/build/release/install_manifest.txt" "$list"
    as_root rm -f "$project/build/release/install_manifest.txt"
    entrust_helper "$prefix/libexec/tcpladder/tcpladder-capture"
    tell_desktop "$prefix"
    created=$(created_places "$prefix" "$before" | sort -ru)
    as_root tee "$(created_list "$prefix")" <<<"$created" >/dev/null
    say "Installed $prefix/bin/tcpladder"
    say_who_may_capture
}

# The group stays: others may have been put into it, and files may belong to it.
command_uninstall() {
    local prefix list file created=()
    prefix=$(absolute_prefix "$@")
    list=$(installed_list "$prefix")
    [[ -r $list ]] || fail "nothing of tcpladder is installed under $prefix"
    while IFS= read -r file || [[ -n $file ]]; do
        as_root rm -f -- "$file"
    done <"$list"
    if [[ -r $(created_list "$prefix") ]]; then mapfile -t created <"$(created_list "$prefix")"; fi
    as_root rm -f -- "$list" "$(created_list "$prefix")"
    tell_desktop "$prefix"
    remove_created_places "$prefix" "${created[@]}"
    say "Removed tcpladder from $prefix. The group $capture_group is still there; sudo groupdel $capture_group removes it."
}

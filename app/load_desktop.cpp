// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_desktop.h"

#include <dlfcn.h>

namespace tcpladder {

std::expected<const Desktop*, std::string> loadDesktop()
{
    static const Desktop* desktop = nullptr;
    if (desktop)
        return desktop;
    void* const module = ::dlopen(TCPLADDER_DESKTOP_MODULE, RTLD_NOW | RTLD_LOCAL);
    void* const symbol = module ? ::dlsym(module, desktopSymbol) : nullptr;
    if (!symbol) {
        const char* const reason = ::dlerror();
        return std::unexpected(std::string(reason ? reason : TCPLADDER_DESKTOP_MODULE));
    }
    desktop = static_cast<const Desktop*>(symbol);
    return desktop;
}

} // namespace tcpladder

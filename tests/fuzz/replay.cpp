// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace tcpladder;

namespace {

std::vector<char> contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int replay(const FuzzTarget& target, const std::filesystem::path& folder)
{
    int count = 0;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder / target.name, missing)) {
        const std::vector<char> input = contentOf(entry.path());
        // Said first, so that the last line of a crash names its input.
        std::printf("%s\n", entry.path().c_str());
        std::fflush(stdout);
        target.run(std::as_bytes(std::span(input)));
        ++count;
    }
    return count;
}

} // namespace

/// Feeds every kept input to its target. The sanitizers watch; without them a crash is what fails.
int main()
{
    const std::filesystem::path root(TCPLADDER_FUZZ_INPUTS);
    for (const FuzzTarget& target : fuzzTargets) {
        if (replay(target, root / "corpus") == 0) {
            std::printf("%s has no corpus\n", std::string(target.name).c_str());
            return 1;
        }
        replay(target, root / "crashes");
    }
    return 0;
}

#pragma once

// Precompiled for core/engine: LibTorch's headers take 15-20 s a file otherwise.
#include <torch/torch.h>

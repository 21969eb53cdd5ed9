#pragma once

#include "core/base/Result.h"
#include "core/engine/weights/Pickle.h"

#include <string>
#include <vector>

namespace fissure {

struct StateEntry {
    std::string name;
    PickleRef tensor = 0; ///< a PickleTensor
};

/// The tensors of a network's state_dict(), in its order: the pickle's dict itself, or the one under
/// "state_dict", "model_state_dict" or "model" in it. The prefix "module." of torch.nn.DataParallel is taken
/// off where all names bear it. Fails with WrongFormat (something else is saved) or Damaged (a name twice, or
/// none that can be printed); origin names the file.
Result<std::vector<StateEntry>> stateDictOf(const Pickle& pickle, const std::string& origin);

} // namespace fissure

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskhand {

class ActionRegistry;
class Navigator;
class Notices;
class Prompt;
class Settings;
class TaskList;
class Theme;

/// What every area is given by the composition root, which owns all of it and outlives the areas. Data comes
/// separately, through the area's presenter. Copy it freely.
struct AreaContext {
    Theme &theme;
    ActionRegistry &actions;
    Navigator &navigator;
    Notices &notices;
    TaskList &tasks;
    Settings &settings;
    Prompt &prompt;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/template_compiler.h"
#include "demo/template_library.h"

namespace deskhand {

/// Declares the lists that belong to one topic only ("list cable: HDMI|DisplayPort").
[[nodiscard]] Result<void> declareTopicLists(const TemplateSection &section, int topic, TemplateCompiler *compiler);

/// Reads the keys and compiles the pieces of a topic section; `common` is not filled in. Errors as templateError().
[[nodiscard]] Result<DemoTopic> compileTopic(const TemplateSection &section, int topic, TemplateCompiler *compiler);

/// The pieces of a common section that fit a type of topic.
[[nodiscard]] Result<PiecePools> compileCommon(const TemplateSection &section, TopicType type,
                                               TemplateCompiler *compiler);

/// Splits at the bars that are outside of braces: "a|{b|c}" has two parts.
[[nodiscard]] QStringList splitAlternatives(const QString &text);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
// What of Asio is no template is compiled here, once (BOOST_ASIO_SEPARATE_COMPILATION).
#include <boost/asio/impl/src.hpp>

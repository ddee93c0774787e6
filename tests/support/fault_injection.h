// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskhand::test {

/// Faults under SQLite, in this process, for connections that are opened after installFaults(). Nothing of it is in the
/// program: statements are seen through an automatic extension, file operations through a file system layer of our own.
/// Counting and faults are for all threads together.
enum class FaultPoint {
    Statement, ///< before the n-th statement begins (statements of triggers count too)
    FileWrite, ///< instead of the n-th write, sync or truncation of a file
};

enum class Fault {
    Kill,     ///< the process gets SIGKILL
    Error,    ///< once: the statement is interrupted, the file operation fails with an I/O error
    DiskFull, ///< from there on every write fails, until clearFault()
};

/// To be called once, before the first connection.
void installFaults();

/// The `n`-th point from now (1 is the next) is hit. Counting starts anew.
void setFault(FaultPoint point, Fault fault, int n);
void clearFault();

/// How many points have been passed since setFault() or clearFault().
[[nodiscard]] int faultPointsPassed(FaultPoint point);

/// How often a file was synced to the disk since then.
[[nodiscard]] int fileSyncsPassed();

} // namespace deskhand::test

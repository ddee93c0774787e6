// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_injection.h"

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <cstring>

#include <unistd.h>

namespace deskhand::test {
namespace {

std::atomic<int> statementsPassed = 0;
std::atomic<int> writesPassed = 0;
std::atomic<int> syncsPassed = 0;
std::atomic<int> faultAt = 0; ///< 0: none
std::atomic<FaultPoint> faultPoint = FaultPoint::Statement;
std::atomic<Fault> faultKind = Fault::Error;

bool isHit(FaultPoint point, int passed)
{
    const int at = faultAt;
    if (at == 0 || faultPoint != point)
        return false;
    const bool hit = faultKind == Fault::DiskFull ? passed >= at : passed == at;
    if (hit && faultKind == Fault::Kill)
        ::kill(::getpid(), SIGKILL);
    return hit;
}

int onStatement(unsigned, void *handle, void *, void *)
{
    if (isHit(FaultPoint::Statement, ++statementsPassed))
        sqlite3_interrupt(static_cast<sqlite3 *>(handle));
    return 0;
}

int watchConnection(sqlite3 *handle, const char **, const sqlite3_api_routines *)
{
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, onStatement, handle);
}

// A file that passes everything on to the real one behind it, but for writes that must fail.
struct FaultyFile {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_vfs *realVfs = nullptr;

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<FaultyFile *>(file)->real;
}

int hitWrite()
{
    if (!isHit(FaultPoint::FileWrite, ++writesPassed))
        return SQLITE_OK;
    return faultKind == Fault::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}
int readFile(sqlite3_file *file, void *data, int count, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), data, count, offset);
}
int writeFile(sqlite3_file *file, const void *data, int count, sqlite3_int64 offset)
{
    const int fault = hitWrite();
    return fault ? fault : realOf(file)->pMethods->xWrite(realOf(file), data, count, offset);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int fault = hitWrite();
    return fault ? fault : realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    ++syncsPassed;
    const int fault = hitWrite();
    return fault ? fault : realOf(file)->pMethods->xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}
int checkLock(sqlite3_file *file, int *locked)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), locked);
}
int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int characteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void barrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

const sqlite3_io_methods faultyMethods{2,           closeFile,   readFile,        writeFile,  truncateFile,
                                       syncFile,    sizeOfFile,  lockFile,        unlockFile, checkLock,
                                       controlFile, sectorSize,  characteristics, mapShared,  lockShared,
                                       barrier,     unmapShared, nullptr,         nullptr};

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *flagsOut)
{
    auto *faulty = reinterpret_cast<FaultyFile *>(file);
    faulty->real = reinterpret_cast<sqlite3_file *>(faulty + 1);
    faulty->base.pMethods = nullptr;
    const int code = realVfs->xOpen(realVfs, name, faulty->real, flags, flagsOut);
    if (faulty->real->pMethods)
        faulty->base.pMethods = &faultyMethods;
    return code;
}

} // namespace

void installFaults()
{
    static sqlite3_vfs faulty;
    realVfs = sqlite3_vfs_find(nullptr);
    faulty = *realVfs;
    faulty.pNext = nullptr;
    faulty.zName = "faulty";
    faulty.szOsFile = int(sizeof(FaultyFile)) + realVfs->szOsFile;
    faulty.xOpen = openFile;
    sqlite3_vfs_register(&faulty, 1);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchConnection));
}

void setFault(FaultPoint point, Fault fault, int n)
{
    clearFault();
    faultPoint = point;
    faultKind = fault;
    faultAt = n;
}

void clearFault()
{
    faultAt = 0;
    statementsPassed = 0;
    writesPassed = 0;
    syncsPassed = 0;
}

int faultPointsPassed(FaultPoint point)
{
    return point == FaultPoint::Statement ? statementsPassed : writesPassed;
}

int fileSyncsPassed()
{
    return syncsPassed;
}

} // namespace deskhand::test

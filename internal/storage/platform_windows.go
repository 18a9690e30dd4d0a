package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// lockAt is a byte far behind the content, which others may therefore still read: locks are mandatory here.
const lockAt = 1 << 30

// root returns the volume of dir in the form the system wants, C:\.
func root(dir string) (*uint16, error) {
	return windows.UTF16PtrFromString(filepath.VolumeName(dir) + `\`)
}

// fileSystem names the file system that holds dir, "remote" when another machine does.
func fileSystem(dir string) (string, error) {
	if strings.HasPrefix(dir, `\\`) && !strings.HasPrefix(dir, `\\?\`) || strings.HasPrefix(dir, `\\?\UNC\`) {
		return "remote", nil
	}
	name, err := root(dir)
	if err != nil {
		return "", fmt.Errorf("ask for the file system: %w", err)
	}
	if windows.GetDriveType(name) == windows.DRIVE_REMOTE {
		return "remote", nil
	}
	return "", nil
}

// machineID returns what the system calls itself for ever.
func machineID() (string, error) {
	const at = `SOFTWARE\Microsoft\Cryptography`
	k, err := registry.OpenKey(registry.LOCAL_MACHINE, at, registry.QUERY_VALUE|registry.WOW64_64KEY)
	if err != nil {
		return "", fmt.Errorf("ask for the machine: %w", err)
	}
	defer release(k)
	id, _, err := k.GetStringValue("MachineGuid")
	return id, err
}

// volumeID returns the serial number of the volume that holds dir.
func volumeID(dir string) (string, error) {
	name, err := root(dir)
	if err != nil {
		return "", fmt.Errorf("ask for the volume: %w", err)
	}
	var serial uint32
	if err := windows.GetVolumeInformation(name, nil, 0, &serial, nil, nil, nil, 0); err != nil {
		return "", fmt.Errorf("ask for the volume: %w", err)
	}
	return fmt.Sprintf("%08x", serial), nil
}

// freeSpace returns the bytes that this user may still write.
func freeSpace(dir string) (free uint64, err error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err == nil {
		err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	}
	if err != nil {
		return 0, fmt.Errorf("ask for free space: %w", err)
	}
	return free, nil
}

// tryLock locks f as long as it is open, for one holder or for many sharers, and reports whether it could.
func tryLock(f *os.File, shared bool) (bool, error) {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if !shared {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{Offset: lockAt})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// unlock gives the lock back before f is closed.
func unlock(f *os.File) error {
	return windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, &windows.Overlapped{Offset: lockAt})
}

// syncDir does nothing: NTFS journals names by itself, and a folder cannot be flushed without write access to it.
func syncDir(string) error { return nil }

// isFull reports an error of a disk without space.
func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// isReadOnly reports an error of a disk that takes no writes.
func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// isBusy reports an error that passes when another program lets go of a file.
func isBusy(err error) bool {
	return errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
}

// unpage tells the system that mapped memory is not needed for now. It stays readable. To unlock pages that were not
// locked takes them out of the working set, and is an error.
func unpage(at uintptr, size int64) {
	_ = windows.VirtualUnlock(at, uintptr(size)) // a hint: without it the memory stays
}

package storage

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// superMagic names the file systems that statfs tells apart by a number. FUSE is asked further.
var superMagic = map[uint32]string{
	unix.NFS_SUPER_MAGIC:       "nfs",
	unix.SMB_SUPER_MAGIC:       "smb",
	unix.CIFS_SUPER_MAGIC:      "cifs",
	unix.SMB2_SUPER_MAGIC:      "smb2",
	unix.V9FS_MAGIC:            "9p",
	unix.AFS_FS_MAGIC:          "afs",
	unix.AFS_SUPER_MAGIC:       "afs",
	unix.CODA_SUPER_MAGIC:      "coda",
	unix.CEPH_SUPER_MAGIC:      "ceph",
	unix.NCP_SUPER_MAGIC:       "ncp",
	unix.OCFS2_SUPER_MAGIC:     "ocfs2",
	unix.EXT4_SUPER_MAGIC:      "ext4",
	unix.XFS_SUPER_MAGIC:       "xfs",
	unix.BTRFS_SUPER_MAGIC:     "btrfs",
	unix.TMPFS_MAGIC:           "tmpfs",
	unix.OVERLAYFS_SUPER_MAGIC: "overlay",
}

// fileSystem names the file system that holds dir.
func fileSystem(dir string) (string, error) {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return "", fmt.Errorf("ask for the file system: %w", err)
	}
	if magic := uint32(st.Type); magic != unix.FUSE_SUPER_MAGIC {
		return superMagic[magic], nil
	}
	return mountType(dir)
}

// mountType reads the type of the innermost mount above dir, such as fuse.sshfs.
func mountType(dir string) (string, error) {
	f, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return "", fmt.Errorf("ask for the mount: %w", err)
	}
	defer release(f)
	var kind, innermost string
	for in := bufio.NewScanner(f); in.Scan(); {
		before, after, ok := strings.Cut(in.Text(), " - ")
		at := strings.Fields(before)
		if !ok || len(at) < 5 || len(at[4]) < len(innermost) {
			continue
		}
		if rel, err := filepath.Rel(at[4], dir); err == nil && filepath.IsLocal(rel) {
			innermost = at[4]
			kind, _, _ = strings.Cut(after, " ")
		}
	}
	return kind, nil
}

// machineID returns what the system calls itself for ever.
func machineID() (string, error) {
	id, err := os.ReadFile("/etc/machine-id")
	if err != nil {
		id, err = os.ReadFile("/var/lib/dbus/machine-id")
	}
	if err != nil {
		host, err := os.Hostname()
		return host, err
	}
	return strings.TrimSpace(string(id)), nil
}

// volumeID returns the id of the file system that holds dir.
func volumeID(dir string) (string, error) {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return "", fmt.Errorf("ask for the volume: %w", err)
	}
	return fmt.Sprintf("%08x%08x", uint32(st.Fsid.Val[0]), uint32(st.Fsid.Val[1])), nil
}

// freeSpace returns the bytes that an ordinary user may still write.
func freeSpace(dir string) (uint64, error) {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return 0, fmt.Errorf("ask for free space: %w", err)
	}
	return st.Bavail * uint64(st.Bsize), nil
}

// tryLock locks f as long as it is open, for one holder or for many sharers, and reports whether it could.
func tryLock(f *os.File, shared bool) (bool, error) {
	how := unix.LOCK_EX
	if shared {
		how = unix.LOCK_SH
	}
	err := unix.Flock(int(f.Fd()), how|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// unlock gives the lock back before f is closed.
func unlock(f *os.File) error { return unix.Flock(int(f.Fd()), unix.LOCK_UN) }

// syncDir makes the names in dir survive a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("open folder: %w", err)
	}
	return errors.Join(d.Sync(), d.Close())
}

// isFull reports an error of a disk without space.
func isFull(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

// isReadOnly reports an error of a disk that takes no writes.
func isReadOnly(err error) bool { return errors.Is(err, unix.EROFS) }

// isBusy reports an error that passes when another program lets go of a file. Here none does.
func isBusy(error) bool { return false }

// unpage tells the system that mapped memory is not needed for now. It stays readable.
func unpage(at uintptr, size int64) {
	_, _, _ = unix.Syscall(unix.SYS_MADVISE, at, uintptr(size), unix.MADV_DONTNEED) // a hint: without it the memory stays
}

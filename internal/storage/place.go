package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Kinds of file systems behind which another machine decides what a lock and an fsync are worth.
var networks = []string{
	"remote", "nfs", "nfs4", "smb", "smb2", "smb3", "smbfs", "cifs", "9p", "afs", "coda", "ceph", "ncp", "ocfs2",
	"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.s3fs",
	"fuse.davfs", "fuse.davfs2", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.google-drive-ocamlfuse", "fuse.onedriver",
	"fuse.juicefs", "fuse.mfs", "fuse.kio-fuse",
}

// Beginnings of the names of folders that programs keep equal with a server.
var clouds = []string{
	"onedrive", "dropbox", "google drive", "googledrive", "nextcloud", "owncloud", "icloud", "yandex.disk", "megasync",
}

// Files and folders such programs leave at the root of what they keep equal.
var cloudMarks = []string{".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".stfolder"}

// CheckPlace says with an [*UnsuitableError] why dir, which need not exist yet, cannot hold a store. The
// function kind names the file system that holds a folder; nil asks this machine.
func CheckPlace(dir string, kind func(dir string) (string, error)) error {
	dir, err := home(dir)
	if err != nil {
		return err
	}
	if kind == nil {
		kind = fileSystem
	}
	name, err := kind(existing(dir))
	if err != nil {
		return err
	}
	if slices.Contains(networks, name) {
		return &UnsuitableError{Dir: dir, Reason: NetworkShare, Detail: name}
	}
	if at := cloudAbove(dir); at != "" {
		return &UnsuitableError{Dir: dir, Reason: CloudFolder, Detail: at}
	}
	return nil
}

// existing returns dir or the nearest folder above it that is there.
func existing(dir string) string {
	for {
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}

// cloudAbove returns the synchronised folder that dir lies in.
func cloudAbove(dir string) string {
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		name := strings.ToLower(filepath.Base(dir))
		if slices.ContainsFunc(clouds, func(c string) bool { return strings.HasPrefix(name, c) }) {
			return dir
		}
		for _, mark := range cloudMarks {
			if _, err := os.Lstat(filepath.Join(dir, mark)); err == nil {
				return dir
			}
		}
	}
	return ""
}

// fingerprint tells one machine and volume from another without telling which they are.
func fingerprint(dir string) (string, error) {
	machine, err := machineID()
	if err != nil {
		return "", fmt.Errorf("ask for the machine: %w", err)
	}
	volume, err := volumeID(dir)
	if err != nil {
		return "", err
	}
	return digest(machine, volume), nil
}

// Volume tells on which volume a folder lies, or will lie, and how many bytes are free there.
func Volume(dir string) (id string, free uint64, err error) {
	dir = existing(dir)
	if id, err = volumeID(dir); err != nil {
		return "", 0, err
	}
	free, err = freeSpace(dir)
	return id, free, err
}

// digest shortens strings to one that is unlikely to meet its equal.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

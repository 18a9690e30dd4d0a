package desk

import (
	"os"
	"path/filepath"
	"strings"
)

// mountFolders are where desktops mount what is plugged in.
var mountFolders = []string{"/media/", "/run/media/", "/mnt/"}

// disks gives what is plugged in.
func disks() []disk {
	mounts, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		return nil
	}
	var all []disk
	for line := range strings.SplitSeq(string(mounts), "\n") {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		dir := strings.ReplaceAll(fields[1], `\040`, " ")
		for _, folder := range mountFolders {
			if strings.HasPrefix(dir, folder) {
				all = append(all, disk{dir: dir, name: filepath.Base(dir)})
			}
		}
	}
	return all
}

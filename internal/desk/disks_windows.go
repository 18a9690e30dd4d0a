package desk

import (
	"golang.org/x/sys/windows"
)

const letters = 26

// disks gives the disks with a letter that are fixed or can be plugged in: no CDs, nothing on the network.
func disks() []disk {
	mask, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var all []disk
	for i := range letters {
		if mask&(1<<i) == 0 {
			continue
		}
		dir := string(rune('A'+i)) + `:\`
		root, err := windows.UTF16PtrFromString(dir)
		if err != nil {
			continue
		}
		switch windows.GetDriveType(root) {
		case windows.DRIVE_REMOVABLE, windows.DRIVE_FIXED:
			all = append(all, disk{dir: dir, name: label(root)})
		}
	}
	return all
}

// label is how the owner has called a disk.
func label(root *uint16) string {
	var name [windows.MAX_PATH + 1]uint16
	if windows.GetVolumeInformation(root, &name[0], uint32(len(name)), nil, nil, nil, nil, 0) != nil {
		return ""
	}
	return windows.UTF16ToString(name[:])
}

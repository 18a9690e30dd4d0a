package desk

import (
	"cmp"
	"slices"

	"harta/internal/storage"
)

// leastDisk is the room below which a disk is no place for backups: as little is reserved on that of the data.
const leastDisk = storage.DefaultReserve

// disk is a disk that can be taken away, and so a place for backups.
type disk struct {
	dir  string // its root
	name string // as its owner has called it; may be empty
	free uint64 // bytes
}

// EachDisk tells of the disks besides that of the data, the one with the most room first.
func (d *Desk) EachDisk(f func(dir, name string, free uint64)) {
	var all []disk
	for _, one := range disks() {
		same, free, err := d.Room(one.dir)
		if err == nil && !same && free >= leastDisk {
			one.free = free
			all = append(all, one)
		}
	}
	slices.SortStableFunc(all, func(a, b disk) int { return cmp.Compare(b.free, a.free) })
	for _, one := range all {
		f(one.dir, one.name, one.free)
	}
}

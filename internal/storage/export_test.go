package storage

import "time"

// What the tests replace and look at inside.
type (
	Disk = disk
	File = file
)

// WithDisk returns the options with another file system.
func (o Options) WithDisk(d Disk) Options {
	o.disk = d
	return o
}

// SystemDisk is the file system of the machine.
var SystemDisk Disk = osDisk{}

// SegmentSize is the length at which a segment is full.
const SegmentSize = segmentSize

// Replace writes a whole file through a disk.
func Replace(d Disk, wait func(time.Duration), name string, data []byte) error {
	return volume{disk: d, wait: wait}.replace(name, data)
}

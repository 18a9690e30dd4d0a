package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// gcPercent trades a little time for memory: an office PC has other programs too.
	gcPercent = 50
	// leastMemory is what the program may take before it collects sooner than by gcPercent.
	leastMemory = 176 << 20
	// spareMemory is what it may take besides a quarter more than what is in use: collecting must not become all it does.
	spareMemory = 16 << 20
)

// holdMemory keeps what the program takes close to what it uses. A register that is being opened leaves much behind,
// and the runtime would give that back only in the course of minutes. A fixed limit would choke a large office, so it
// follows what was found in use after each collection, which a dead object tells of.
func holdMemory() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(leastMemory)
	limit := int64(leastMemory)
	type dead struct{ _ [2]uintptr }
	var collected func(*dead)
	collected = func(x *dead) {
		if next := memoryLimit(inUse()); next != limit {
			limit = next
			debug.SetMemoryLimit(limit)
		}
		runtime.SetFinalizer(x, collected)
	}
	runtime.SetFinalizer(&dead{}, collected)
}

// memoryLimit gives what may be taken while so much is in use, in steps of a megabyte.
func memoryLimit(used uint64) int64 {
	return max(leastMemory, int64(used+used/4+spareMemory)>>20<<20)
}

// inUse gives how many bytes the last collection found in use.
func inUse() uint64 {
	found := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(found)
	if found[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return found[0].Value.Uint64()
}

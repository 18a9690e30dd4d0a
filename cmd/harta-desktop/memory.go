package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"
)

const (
	// gcPercent trades a little time for memory: an office PC has other programs too.
	gcPercent = 40
	// startPercent holds for the first moment: a window that opens has next to nothing in use, and would collect it again
	// and again.
	startPercent = 400
	// calm is how long nothing was collected before what was left behind goes back to the system.
	calm = time.Second
	// spareMemory is what may be taken in a calm besides what is held: as much as a few dozen keys leave behind.
	spareMemory = 12 << 20
)

// holdMemory keeps what the program takes close to what it uses. A register that is being opened leaves much behind,
// and the runtime would give that back only in the course of minutes. While much is made, collecting follows gcPercent
// alone, or it would be all the program does; once there is calm, what is not used goes back, and a limit close to what
// is held then holds until much is made again. That something was collected is told by an object that nobody holds.
func holdMemory() {
	debug.SetGCPercent(startPercent)
	time.AfterFunc(calm, func() { debug.SetGCPercent(gcPercent) })
	var own atomic.Bool // the collection is the one that gives memory back
	giveBack := time.AfterFunc(calm, func() {
		own.Store(true)
		debug.FreeOSMemory()
		debug.SetMemoryLimit(heldMemory() + spareMemory)
	})
	type dead struct{ _ [2]uintptr }
	var collected func(*dead)
	collected = func(x *dead) {
		if !own.Swap(false) {
			debug.SetMemoryLimit(math.MaxInt64)
			giveBack.Reset(calm)
		}
		runtime.SetFinalizer(x, collected)
	}
	runtime.SetFinalizer(&dead{}, collected)
}

// heldMemory gives how many bytes the runtime holds, which is what its limit speaks of: beside what is in use also what
// lies between and describes it.
func heldMemory() int64 {
	held := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(held)
	for _, x := range held {
		if x.Value.Kind() != metrics.KindUint64 {
			return math.MaxInt64 - spareMemory
		}
	}
	return int64(held[0].Value.Uint64() - held[1].Value.Uint64())
}

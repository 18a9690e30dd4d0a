// Package storage keeps an office on a disk: the journal in segment files, the folded state in bbolt, content
// keys, password bundles, attachments and drafts. It knows where bytes lie, when they are safe and whether
// they are still what was written. It refuses to know what they mean.
//
// # What is promised
//
// [Store.Append] returns nil after the records are fsynced, and only then are they acknowledged. What was
// acknowledged is never cut, rewritten or withheld; where it was damaged since, the damage is reported by record
// and everything else is still read. After an error of a write nothing is acknowledged until the store is
// opened again.
//
// Folded state follows behind, may be lost at any time and is then rebuilt from the journal: [Findings] says so.
// A state file is opened when it is byte for byte as it was closed, or when [CheckState] found no fault in it
// after a crash; besides, every value and every bucket carries a checksum.
//
// One process writes. Others may read beside it, see [Options.ReadOnly].
//
// # On disk
//
//	<data>/journal/<chain>/<first seq>.seg    records one after another, 8 MiB a file
//	<data>/journal/<chain>-<branch>/…         the same for a branch, where two writers continued one chain
//	<data>/keys/content.keys                  slots of 128 bytes
//	<data>/keys/users/<id>                    password bundles
//	<data>/att/<sha256>                       attachments, encrypted
//	<data>/desk                               which desk this is
//	<data>/drafts/                            what is being typed, sealed
//	<data>/harta.db                           folded state and how far it has come in each chain
//	<data>/harta.db.mark                      whether that was closed, and its checksum then
//	<data>/lock, <data>/commit.lock           who writes; and whether the state is changing just now
//	<state>/anchor-<volume and path>.{0,1}    outside <data>: what this machine last acknowledged
//
// Journal, keys, attachments and desk are what [Store.Backup] copies. A name that ends in .part is a file that
// was never finished; it means nothing.
package storage

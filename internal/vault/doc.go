// Package vault keeps secrets: passwords, the keys of users, the keys of the office, content keys and the
// recovery code. It does not know what the keys lock, nor where sealed bytes lie.
//
//	password ─ argon2id → bundle {identity of a user}
//	epoch    = secret + age identity, sealed to the identity of each user and of the recovery code
//	slot     = content key, wrapped under an epoch
//	blob     = bytes sealed under a content key
//
// What one version of this package seals, every later version opens. Nothing is ever sealed again because of
// a change: a new password replaces one bundle, a new epoch is added beside the old ones.
//
// Secrets do not print: under every verb of fmt they read <secret>, and no encoder writes them.
package vault

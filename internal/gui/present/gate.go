package present

// GateDesk is what the gate asks: who may sign in, is there an office at all, and how one is begun.
type GateDesk interface {
	Enter(login, password string) error
}

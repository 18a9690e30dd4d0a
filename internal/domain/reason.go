package domain

// Reasons a rule says no. Each has a sentence in Bulgarian and in English under „refusal.<reason>“, which
// package say checks.
const (
	// Dates.
	DateOutOfRange    Reason = "date_out_of_range"   // first, last
	ReceivedInFuture  Reason = "received_in_future"  // now
	HandedInFuture    Reason = "handed_in_future"    // now: the envelope of a sealed case
	ToldInFuture      Reason = "told_in_future"      // the hour at which a danger was told
	ViolationAfter    Reason = "violation_after"     // received
	LateReasonMissing Reason = "late_reason_missing" // received
	EarlierThanLast   Reason = "earlier_than_last"   // last: RegisteredAt before the chain's last, without a reason
	BeforeReceipt     Reason = "before_receipt"      // received
	InFuture          Reason = "in_future"           // today
	NoExtension       Reason = "no_extension"        // source
	PastMaximum       Reason = "past_maximum"        // latest, source
	NotLater          Reason = "not_later"           // due
	AlreadyExtended   Reason = "already_extended"    // until
	DueDayPassed      Reason = "due_day_passed"      // due
	InternalAfterDue  Reason = "internal_after_due"  // due
	DayPassed         Reason = "day_passed"          // today
	NoSuchClock       Reason = "no_such_clock"       // clock
	GiveBackLate      Reason = "give_back_late"      // until
	ArchiveEarly      Reason = "archive_early"       // from

	// Days of the calendar.
	DayTwice        Reason = "day_twice"         // date
	WorkedAnyway    Reason = "worked_anyway"     // date: declared worked, and worked already
	WorkedOnHoliday Reason = "worked_on_holiday" // date
	AlreadyOff      Reason = "already_off"       // date
	YearIsPast      Reason = "year_is_past"      // year
	NotDeclared     Reason = "not_declared"      // date

	// What is missing.
	FieldMissing      Reason = "field_missing" // field
	UnknownValue      Reason = "unknown_value" // value
	SenderMissing     Reason = "sender_missing"
	NameWithAnonymous Reason = "name_with_anonymous"
	ReasonMissing     Reason = "reason_missing"
	TooLong           Reason = "too_long" // limit
	BadNumberTemplate Reason = "bad_number_template"
	NothingChanged    Reason = "nothing_changed"
	BadEmail          Reason = "bad_email"
	NotAnHour         Reason = "not_an_hour"
	NotACount         Reason = "not_a_count"  // most
	NotOneWord        Reason = "not_one_word" // word: of a standard paragraph

	// Who.
	NotSignedIn        Reason = "not_signed_in"
	NoRole             Reason = "no_role"             // roles: who may
	OwnLetter          Reason = "own_letter"          // author ≠ endorser
	ThirdPersonNeeded  Reason = "third_person_needed" // endorser ≠ signer
	OrderNeeded        Reason = "order_needed"        // a head signs by order №
	IsRespondent       Reason = "is_respondent"       // who may instead
	AssigneeRespondent Reason = "assignee_respondent" // name
	HasRecused         Reason = "has_recused"
	HiddenFromNamed    Reason = "hidden_from_named" // he is named in it, and may not see it
	NotAsked           Reason = "not_asked"         // nothing waits for his answer
	NamesSender        Reason = "names_sender"      // words for whom the case names say who the sender is
	AgainstMayor       Reason = "against_mayor"
	UserRemovedEarlier Reason = "user_removed"
	LastAdmin          Reason = "last_admin"
	NoSuchUser         Reason = "no_such_user"
	LoginTaken         Reason = "login_taken"
	OtherSigner        Reason = "other_signer"      // name
	UntilBeforeFrom    Reason = "until_before_from" // from
	ActingForSelf      Reason = "acting_for_self"
	ActingOrder        Reason = "acting_order"
	ActingUntil        Reason = "acting_until"
	ActingRole         Reason = "acting_role"   // name, role: not held all that time in his own right
	RoleNotHeld        Reason = "role_not_held" // name, role
	EndorsedAlready    Reason = "endorsed_already"
	ClaimedAlready     Reason = "claimed_already" // at
	NobodyClaims       Reason = "nobody_claims"
	NobodyToEndorse    Reason = "nobody_to_endorse" // only one user
	ChainGap           Reason = "chain_gap"         // role: nobody is left for its word
	ChainUnsigned      Reason = "chain_unsigned"    // nobody is left to sign
	ChainSwapped       Reason = "chain_swapped"     // a letter was submitted to another chain than stood

	// When.
	NoSuchCase       Reason = "no_such_case"
	WrongState       Reason = "wrong_state"    // state
	CaseReadOnly     Reason = "case_read_only" // a newer program wrote to it
	CaseIsErased     Reason = "case_is_erased"
	CaseSealed       Reason = "case_sealed" // source: a stub takes only what closes it
	AlreadyAnnulled  Reason = "already_annulled"
	GroundNotForKind Reason = "ground_not_for_kind" // ground, kind
	NotOlder         Reason = "not_older"           // date: exactly two years is still admissible
	NotAnonymous     Reason = "not_anonymous"
	DangerOverrides  Reason = "danger_overrides" // an anonymous danger must be handled
	StillGoesOn      Reason = "still_goes_on"    // a violation that continues is not old
	ConsideredAnew   Reason = "considered_anew"  // чл. 116: new facts, execution, a contested refusal
	NoOldCase        Reason = "no_old_case"
	JoinsItself      Reason = "joins_itself"
	SealInstead      Reason = "seal_instead"    // source
	AlreadyDecided   Reason = "already_decided" // number
	NotAdmitted      Reason = "not_admitted"
	AdmittedAlready  Reason = "admitted_already"
	NotYetDecided    Reason = "not_yet_decided" // number
	DecisionMissing  Reason = "decision_missing"
	MeasuresMissing  Reason = "measures_missing"
	ReplyMissing     Reason = "reply_missing"
	NotDispatched    Reason = "not_dispatched" // the reply is not marked sent
	FileNoteMissing  Reason = "file_note_missing"
	LatenessMissing  Reason = "lateness_missing" // due: closing late needs reason and unit
	MeasuresOpen     Reason = "measures_open"
	OwnDataIsGiven   Reason = "own_data"     // source: nobody is refused his own personal data
	SlipGivenAlready Reason = "slip_given"   // on
	SurplusOpen      Reason = "surplus_open" // due: personal data to be returned or erased
	NoSurplus        Reason = "no_surplus"
	NothingSealed    Reason = "nothing_sealed"
	RecipientUntold  Reason = "recipient_untold" // as, name, source
	JoinedWaits      Reason = "joined_waits"     // number: the case with the one decision
	JoinedUntold     Reason = "joined_untold"    // number: whose sender knows of no answer
	NobodyJoined     Reason = "nobody_joined"

	// Letters.
	NoSuchLetter     Reason = "no_such_letter"
	LetterWrongState Reason = "letter_wrong_state" // state
	OtherVersion     Reason = "other_version"      // „одобрено в по-стара версия“
	UnfilledField    Reason = "unfilled_field"     // field
	UnprintableRune  Reason = "unprintable_rune"   // rune, place
	LetterMissing    Reason = "letter_missing"     // extension without T10
	OtherTerm        Reason = "other_term"         // until: the letter says another day than was decided
	WrongTemplate    Reason = "wrong_template"     // template
	NoSuchTemplate   Reason = "no_such_template"   // template
	EmptyLetter      Reason = "empty_letter"

	// Lists of the office.
	NameTaken    Reason = "name_taken"     // name
	RuleInUse    Reason = "rule_in_use"    // source: stored terms name the rule
	RulesOverlap Reason = "rules_overlap"  // clock: two hold for the same submission
	RuleBefore   Reason = "rule_before"    // from: the rule does not hold yet on the day
	RuleOver     Reason = "rule_over"      // until: nor any more
	MaxShorter   Reason = "max_shorter"    // due: the longest term ends before the term itself
	NoSuchFiling Reason = "no_such_filing" // code, near: the codes nearest to it
	NoFilings    Reason = "no_filings"     // the nomenclature is empty

	// Destruction after retention.
	StillKept        Reason = "still_kept"       // number, code, years, until
	KeptForever      Reason = "kept_forever"     // number, code
	NotArchived      Reason = "not_archived"     // number, state
	AnnulledUnfiled  Reason = "annulled_unfiled" // number: no file was named for it
	NotProposed      Reason = "not_proposed"     // number
	NotConfirmed     Reason = "not_confirmed"    // protocol
	ProposedAlready  Reason = "proposed_already" // number, protocol
	ConfirmedAlready Reason = "confirmed_already"
	ChangedSince     Reason = "changed_since"  // number: somebody worked on it after it was proposed
	ProtocolEarly    Reason = "protocol_early" // number, until: the protocol is of a day within the term
	OwnProposal      Reason = "own_proposal"   // two people stand for a destruction
	HiddenOnList     Reason = "hidden_on_list" // a case that the user may not see
	NothingToErase   Reason = "nothing_to_erase"
	TooManyCases     Reason = "too_many_cases" // most
	NoSuchErasure    Reason = "no_such_erasure"
	ErasureOver      Reason = "erasure_over" // protocol: withdrawn or carried out

	// Passwords.
	PasswordShort  Reason = "password_short" // min
	PasswordCommon Reason = "password_common"
	PasswordSame   Reason = "password_same"

	// Import.
	ImportColumn    Reason = "import_column"    // column
	ImportLine      Reason = "import_line"      // line, column, value
	ImportEncoding  Reason = "import_encoding"  // line
	ImportShape     Reason = "import_shape"     // line
	ImportDuplicate Reason = "import_duplicate" // line, number
	ImportEmpty     Reason = "import_empty"
	ImportRepeats   Reason = "import_repeats"   // line: an event of a calendar that repeats
	ImportedAlready Reason = "imported_already" // number
	StubOnly        Reason = "stub_only"        // line, source: a whistleblower's report comes without its words
)

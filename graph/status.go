package graph

import "fmt"

// Status says how the graph holds a fact; it is the namespace of the edge's predicate.
type Status string

const (
	Asserted Status = "p"     // positive, and certain or probable
	Denied   Status = "not"   // negative
	Doubted  Status = "maybe" // possible, unknown or conditional

	following Status = "derived" // said by nobody; see Derived
)

// String is the word for the status: "asserted", "denied" or "doubted".
func (s Status) String() string {
	switch s {
	case Asserted:
		return "asserted"
	case Denied:
		return "denied"
	case following:
		return "derived"
	}
	return "doubted"
}

// Policy says which statements make edges under p/. The zero value is Reported.
type Policy int

const (
	Reported Policy = iota // what somebody asserts, promises or plans is asserted
	Strict                 // only what the author says for certain of past or present; all else is doubted
	All                    // what is merely possible is asserted as well; denials stay denials
)

var policyNames = []string{"reported", "strict", "all"}

func (p Policy) String() string { return policyNames[p] }

// ParsePolicy reads "strict", "reported" or "all".
func ParsePolicy(s string) (Policy, error) {
	for i, n := range policyNames {
		if s == n {
			return Policy(i), nil
		}
	}
	return 0, fmt.Errorf("%q: no such policy (want strict, reported or all)", s)
}

// Status returns how the statement's fact is held under the policy.
func (p Policy) Status(st Statement) Status {
	unsure := st.Certainty == Possible || st.Certainty == Unknown || st.Condition != ""
	switch p {
	case Strict:
		unsure = unsure || st.Certainty != Certain || st.Tense == Future || !st.By.None()
	case All:
		unsure = false
	}
	switch {
	case unsure:
		return Doubted
	case st.Polarity == Negative:
		return Denied
	}
	return Asserted
}

var (
	polarityNames  = []string{"positive", "negative"}
	certaintyNames = []string{"certain", "probable", "possible", "unknown"}
	tenseNames     = []string{"past", "present", "future"}
	kindNames      = []string{"relation", "attribute", "membership", "speech"}
)

func (p Polarity) String() string  { return name(polarityNames, int(p)) }
func (c Certainty) String() string { return name(certaintyNames, int(c)) }
func (t Tense) String() string     { return name(tenseNames, int(t)) }
func (k Kind) String() string      { return name(kindNames, int(k)) }

func name(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return fmt.Sprintf("%d", i)
	}
	return names[i]
}

// index returns the place of s in names, -1 where it is not there.
func index(names []string, s string) int {
	for i, n := range names {
		if n == s {
			return i
		}
	}
	return -1
}

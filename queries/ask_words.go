package queries

import (
	"maps"
	"strings"
)

// firms are nouns for a company by what it does, each of which "the company" may stand for, and none for another.
var firms = set("chipmaker carmaker automaker airline retailer insurer broadcaster publisher brewer chain utility supplier developer contractor start-up startup giant shipyard steelmaker drugmaker brewery refiner carrier")

// agents are the nouns for who does something, by the verb: the owner of a house owns it.
var agents = words(map[string]string{
	"own": "owner proprietor landlord", "sign": "signatory signer", "attend": "attendee participant guest", "survive": "survivor", "rescue": "rescuer", "visit": "visitor", "perform": "performer", "hijack": "hijacker", "carry out": "perpetrator", "commit": "perpetrator", "provide": "provider supplier", "breed": "breeder", "translate": "translator", "illustrate": "illustrator", "compose": "composer", "receive": "recipient", "review": "reviewer", "initiate": "initiator", "propose": "proposer", "found": "founder co-founder", "lead": "leader head chief boss director president captain", "chair": "chairman chairwoman chair chairperson president",
	"head": "head chief boss chairman chairwoman director leader", "direct": "director", "manage": "manager", "coach": "coach trainer manager", "train": "coach trainer", "represent": "lawyer attorney representative envoy delegate agent deputy ambassador MP",
	"defend": "lawyer attorney", "edit": "editor", "write": "author writer", "marry": "husband wife spouse", "support": "supporter backer", "criticise": "critic", "criticize": "critic", "oppose": "opponent", "win": "winner laureate champion",
	"make": "maker producer manufacturer", "design": "designer architect", "invent": "inventor", "discover": "discoverer", "run": "manager head director boss operator mayor", "govern": "governor ruler mayor president premier", "publish": "publisher",
	"sponsor": "sponsor", "organise": "organiser", "organize": "organizer", "build": "builder manufacturer maker", "teach": "teacher", "play": "player", "speak": "spokesman spokeswoman spokesperson", "advise": "adviser advisor aide",
	"belong": "member", "succeed": "successor", "kill": "killer murderer", "buy": "buyer", "sell": "seller", "supply": "supplier", "insure": "insurer", "operate": "operator", "produce": "producer", "manufacture": "manufacturer maker producer",
	"mediate": "mediator", "negotiate": "negotiator", "rent": "tenant renter lodger", "let": "landlord landlady", "donate": "donor benefactor", "give": "donor benefactor giver", "inherit": "heir heiress", "bequeath": "benefactor",
	"compete": "competitor contender contestant rival", "rival": "rival competitor", "attack": "attacker assailant", "steal": "thief", "rob": "robber", "burgle": "burglar", "spy": "spy", "apply": "applicant", "participate": "participant",
	"study": "student", "assist": "assistant", "sue": "plaintiff claimant", "accuse": "accuser plaintiff", "prosecute": "prosecutor", "preside": "president chairman chairwoman judge", "rule": "ruler king queen emperor sultan emir",
	"reign": "king queen monarch emperor", "command": "commander", "captain": "captain skipper", "fly": "pilot", "conduct": "conductor", "star": "star", "paint": "painter artist", "sculpt": "sculptor", "film": "director filmmaker cameraman",
	"host": "host", "present": "presenter host", "fund": "funder backer sponsor", "finance": "financier backer funder", "invest": "investor", "lend": "lender creditor", "owe": "debtor", "employ": "employer", "accompany": "companion",
	"hold": "holder captor", "kidnap": "kidnapper abductor captor", "witness": "witness eyewitness", "leak": "whistleblower", "demonstrate": "demonstrator protester", "protest": "protester demonstrator", "precede": "predecessor",
	"deputise": "deputy", "coordinate": "coordinator organiser", "testify": "witness", "supervise": "supervisor", "judge": "judge", "referee": "referee", "farm": "farmer", "create": "creator author", "establish": "founder", "start": "founder",
	"develop": "developer", "import": "importer", "export": "exporter", "distribute": "distributor", "drive": "driver", "ride": "rider jockey", "shoot": "gunman shooter", "plan": "planner mastermind", "mastermind": "mastermind", "photograph": "photographer", "sing": "singer",
	"audit": "auditor", "inspect": "inspector", "investigate": "investigator", "contribute": "contributor", "use": "user", "invade": "invader", "explore": "explorer", "smuggle": "smuggler", "hack": "hacker", "forge": "forger", "draft": "drafter", "bid": "bidder suitor", "challenge": "challenger",
	"score": "scorer", "record": "recorder", "restore": "restorer", "excavate": "excavator", "assassinate": "assassin", "arbitrate": "arbitrator", "instigate": "instigator", "orchestrate": "mastermind", "defy": "defier", "lodge": "lodger", "launch": "launcher", "install": "installer",
})

// crafts are nouns for those who work for whom they are of or at.
var crafts = set("analyst engineer professor lecturer researcher scientist biologist economist doctor nurse teacher lawyer spokesman spokeswoman spokesperson employee worker director manager consultant " +
	"physicist chemist astronomer geologist historian reporter journalist editor correspondent volcanologist seismologist paediatrician pediatrician surgeon expert adviser advisor designer officer executive curator architect auditor accountant chef cook driver pilot guard clerk miner welder secretary assistant intern trainee apprentice inspector ranger vet detective prosecutor dean principal " +
	"headmaster headmistress rector warden trader broker banker lobbyist presenter columnist instructor tutor midwife paramedic archivist translator fellow")

// doers are the nouns of agents and crafts, which a headline may begin with: "Investor buys club".
var doers = func() map[string]bool {
	out := maps.Clone(crafts)
	for _, nouns := range agents {
		maps.Copy(out, nouns)
	}
	return out
}()

// A frame says what another verb says with other places.
type frame struct {
	from, to string
	roles    map[string]string
}

// frames say one event with other places: what plays a role of from plays the one it is mapped to in to.
var frames = []frame{
	{"sell", "buy", map[string]string{"subject": "from", "to": "subject", "object": "object", "for": "for"}},
	{"buy", "sell", map[string]string{"subject": "to", "from": "subject", "object": "object", "for": "for"}},
	{"sell", "pay", map[string]string{"subject": "to", "to": "subject", "for": "object", "object": "for"}},
	{"buy", "pay", map[string]string{"subject": "subject", "from": "to", "for": "object", "object": "for"}},
	{"sentence", "receive", map[string]string{"object": "subject", "subject": "from", "to": "object"}},
	{"strip", "lose", map[string]string{"object": "subject", "of": "object"}},
	{"buy", "cost", map[string]string{"object": "subject", "for": "object"}},
	{"build", "cost", map[string]string{"object": "subject", "for": "object"}},
	{"offer", "bid", map[string]string{"subject": "subject", "object": "object", "for": "for"}},
	{"give", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"deliver", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"hand", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"sell", "get", map[string]string{"subject": "subject", "for": "object", "object": "for"}},
	{"sell", "receive", map[string]string{"subject": "subject", "for": "object", "object": "for"}},
	{"pay", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"go", "receive", map[string]string{"subject": "object", "to": "subject"}},
	{"go", "win", map[string]string{"subject": "object", "to": "subject"}},
	{"award", "win", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"award", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"receive", "give", map[string]string{"subject": "to", "from": "subject", "object": "object"}},
	{"lend", "borrow", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"borrow", "lend", map[string]string{"subject": "to", "from": "subject", "object": "object"}},
	{"defeat", "lose", map[string]string{"object": "subject", "subject": "to"}},
	{"lose", "defeat", map[string]string{"subject": "object", "to": "subject"}},
	{"leave", "join", map[string]string{"subject": "subject", "for": "object", "object": "from"}},
	{"join", "leave", map[string]string{"subject": "subject", "object": "for", "from": "object"}},
	{"replace", "replace", map[string]string{"with": "subject", "object": "object"}},
	{"replace", "succeed", map[string]string{"with": "subject", "object": "object"}},
	{"replace", "succeed", map[string]string{"subject": "subject", "object": "object"}},
	{"throw", "attack", map[string]string{"subject": "subject", "object": "with", "at": "object"}},
	{"fire", "shoot", map[string]string{"subject": "subject", "at": "object", "on": "object"}},
	{"teach", "learn", map[string]string{"object": "subject", "subject": "from"}},
	{"award", "win", map[string]string{"on": "subject", "object": "object", "subject": "from"}},
	{"award", "receive", map[string]string{"on": "subject", "object": "object", "subject": "from"}},
	{"send", "come", map[string]string{"object": "subject", "subject": "from"}},
	{"send", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"succeed", "precede", map[string]string{"subject": "object", "object": "subject"}},
	{"precede", "succeed", map[string]string{"subject": "object", "object": "subject"}},
	{"bequeath", "inherit", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"inherit", "bequeath", map[string]string{"subject": "to", "from": "subject", "object": "object"}},
	{"let", "rent", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"rent", "let", map[string]string{"subject": "to", "from": "subject", "object": "object"}},
	{"export", "import", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"import", "export", map[string]string{"subject": "to", "from": "subject", "object": "object"}},
	{"fetch", "sell", map[string]string{"subject": "object", "object": "for"}},
	{"cause", "result", map[string]string{"subject": "from", "object": "subject"}},
	{"result", "cause", map[string]string{"subject": "object", "from": "subject"}},
	{"result", "cause", map[string]string{"subject": "subject", "in": "object"}},
	{"include", "belong", map[string]string{"object": "subject", "subject": "to"}},
	{"belong", "include", map[string]string{"subject": "object", "to": "subject"}},
	{"learn", "teach", map[string]string{"subject": "object", "from": "subject"}},
	{"hire", "join", map[string]string{"object": "subject", "subject": "object", "from": "from"}},
	{"join", "hire", map[string]string{"subject": "object", "object": "subject", "from": "from"}},
	{"shelter", "live", map[string]string{"object": "subject", "subject": "in"}},
	{"move", "live", map[string]string{"subject": "subject", "to": "in"}},
	{"link", "link", map[string]string{"object": "to", "to": "object"}},
	{"link", "connect", map[string]string{"object": "to", "to": "object"}},
	{"carry", "travel", map[string]string{"object": "subject", "subject": "with"}},
	{"carry", "travel", map[string]string{"object": "subject", "subject": "on"}},
	{"spend", "cost", map[string]string{"object": "object", "on": "subject"}},
	{"pay", "cost", map[string]string{"object": "object", "for": "subject"}},
	{"defeat", "lose", map[string]string{"object": "subject", "subject": "against"}},
	{"receive", "pay", map[string]string{"from": "subject", "subject": "to", "object": "object"}},
	{"take over", "succeed", map[string]string{"subject": "subject", "from": "object", "as": "as"}},
	{"order", "supply", map[string]string{"from": "subject", "subject": "to", "object": "object"}},
	{"win", "go", map[string]string{"object": "subject", "subject": "to"}},
	{"receive", "go", map[string]string{"object": "subject", "subject": "to"}},
	{"cost", "spend", map[string]string{"object": "object", "subject": "on"}},
	{"leave", "move", map[string]string{"subject": "subject", "for": "to", "from": "from"}},
	{"lose", "deduct", map[string]string{"subject": "from", "object": "object"}},
	{"open", "turn", map[string]string{"subject": "subject", "object": "object", "as": "into"}},
	{"use", "turn", map[string]string{"subject": "subject", "object": "object", "as": "into"}},
	{"hire", "work", map[string]string{"object": "subject", "subject": "for"}},
}

// opposite are verbs of which one denies the other.
var opposite = paired("accept reject", "approve reject", "support oppose", "convict acquit", "attend miss", "play miss", "compete miss", "accept refuse", "join leave", "allow ban", "allow forbid", "raise cut", "rise fall", "win lose", "keep lose", "reveal hide", "accept decline", "agree refuse", "listen ignore", "heed ignore", "follow ignore", "answer ignore", "admit deny", "confirm deny", "succeed fail", "survive die", "stay leave", "remain leave", "stay resign", "include exclude", "agree disagree",
	"legalise ban", "legalize ban", "permit prohibit", "continue stop", "continue abandon", "keep abandon", "comply refuse", "support condemn", "welcome condemn", "praise criticise", "uphold quash", "increase decrease", "expand shrink", "grow shrink", "tighten ease",
	"respect violate", "keep break", "obey defy", "believe doubt", "adopt reject", "ratify reject", "prevent allow", "block allow", "remember forget", "qualify fail", "resume suspend", "agree disagree", "agree dissent", "follow reject", "follow defy", "follow breach", "follow break", "heed reject", "heed disregard", "take reject", "obey ignore", "observe violate", "observe breach", "observe break", "honour break", "honor break", "honour breach", "fulfil break", "grant refuse", "grant deny", "grant reject", "release withhold", "return keep", "back oppose", "endorse oppose", "back reject", "endorse reject", "recognise reject", "recognize reject")

// onsets are the verbs for the beginning of what the verb says: who took the port over in 2008 has run it since.
var onsets = map[string]string{"run": "take_over become", "operate": "take_over", "lead": "take_over become", "head": "take_over become", "manage": "take_over become", "own": "buy acquire take_over purchase", "work": "join", "belong": "join", "chair": "take_over become", "direct": "take_over become", "govern": "take_over become", "coach": "take_over join", "study": "enrol enter", "attend": "enrol enter", "serve": "join enlist", "use": "adopt introduce", "occupy": "seize capture", "rule": "take_over become",
	"live": "move settle", "be": "become", "control": "seize capture take_over", "hold": "capture seize win", "employ": "hire", "have": "get"}

// ergative are verbs of which the subject is who does it or what it is done to: "the firm opened the shop", "the shop opened".
var ergative = set("open close start begin end stop break burn sink move change increase reduce grow sell reopen resume continue launch appear release collapse explode spread finish shut drown flood crash cancel publish improve recover return merge split double halve derail capsize erupt detonate melt dissolve form gather freeze thaw transform accelerate slow expand shrink premiere debut air land ignite overturn disband")

// mutual are verbs whose subject and object, or whose two subjects, do it to each other.
var mutual = set("meet marry fight merge talk negotiate play clash speak divorce agree")

// gauges are the verbs that give the measure for which "how" asks with an adjective.
var gauges = map[string][]string{"large": {"cover", "measure", "span", "occupy"}, "big": {"cover", "measure", "span", "occupy"}, "long": {"measure", "last", "run", "stretch", "take", "extend", "span"}, "tall": {"stand", "measure", "rise"},
	"high": {"stand", "measure", "rise", "reach"}, "heavy": {"weigh"}, "deep": {"reach", "measure"}, "far": {"lie"}, "wide": {"measure"}, "much": {"cost"}, "fast": {"reach", "travel"}}

// pledges are verbs that say what somebody is to do, perhaps only on a condition.
var pledges = set("promise pledge vow threaten offer warn propose agree refuse commit undertake")

// charges are verbs that say what somebody has done.
var charges = set("accuse suspect charge convict blame")

func words(in map[string]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for k, v := range in {
		out[k] = set(v)
	}
	return out
}

func set(line string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(line) {
		out[w] = true
	}
	return out
}

// phrases is set for phrases, between commas.
func phrases(line string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(line, ",") {
		out[w] = true
	}
	return out
}

func paired(lines ...string) map[string][]string {
	out := map[string][]string{}
	for _, line := range lines {
		a, b, _ := strings.Cut(line, " ")
		out[a], out[b] = append(out[a], b), append(out[b], a)
	}
	return out
}

// founding are verbs of which the object is new.
var founding = set("form found create establish build launch construct invent")

// makers are nouns for firms by what they do to something.
var makers = set("manufacturer maker producer builder developer operator supplier publisher distributor importer exporter owner founder organiser organizer sponsor insurer contractor")

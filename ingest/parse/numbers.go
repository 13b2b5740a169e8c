package parse

import (
	"strings"

	"kg/ingest/text"
)

// setNumbers tags dates, times, money, percentages, quantities, ordinals and cardinals among the tokens that are in no
// name, by rules over words and tags.
func setNumbers(tokens []text.Token) {
	low := make([]string, len(tokens))
	for i := range tokens {
		low[i] = strings.ToLower(tokens[i].Text)
	}
	for i := 0; i < len(tokens); {
		to, typ := number1(tokens, low, i)
		if to <= i {
			i++
			continue
		}
		free := true
		for k := i; k < to; k++ {
			free = free && tokens[k].Name == ""
		}
		if free {
			tag(tokens, i, to, typ)
		}
		i = to
	}
}

// number1 returns the end and the type of the number or date that begins at i, or 0.
func number1(tokens []text.Token, low []string, i int) (int, string) {
	n := len(tokens)
	at := func(k int) string {
		if k < n {
			return low[k]
		}
		return ""
	}
	num := func(k int) bool {
		return k < n && (tokens[k].Tag == "NUM" || numberWords[low[k]] || len(low[k]) > 0 && isDigit(low[k][0]) && tokens[k].Tag != "PUNCT" && tokens[k].XTag == "CD")
	}
	run := func(k int) int { // end of a run of numbers: "1.2 million", "twenty - five"
		for num(k) {
			k++
			if at(k) == "-" && num(k+1) && numberWords[low[k-1]] {
				k++
			}
		}
		return k
	}
	w := low[i]
	if months[w] && (tokens[i].Tag == "PROPN" && (w != "may" && w != "march" || num(i+1)) || num(i+1)) {
		k := i + 1
		if num(k) && len(low[k]) <= 4 {
			k++
			if at(k) == "," && k+1 < n && year(low[k+1]) {
				k += 2
			} else if k < n && year(low[k]) {
				k++
			}
		}
		return k, "Date"
	}
	if weekdays[w] {
		k := i + 1
		if dayParts[at(k)] {
			k++
		}
		if at(k) == "," && months[at(k+1)] {
			end, _ := number1(tokens, low, k+1)
			k = max(k, end)
		}
		return k, "Date"
	}
	if w == "today" || w == "yesterday" || w == "tomorrow" || w == "tonight" {
		return i + 1, "Date"
	}
	if (w == "last" || w == "next" || w == "this") && (periods[at(i+1)] || weekdays[at(i+1)] || months[at(i+1)]) {
		return i + 2, "Date"
	}
	if currencies[w] && run(i+1) > i+1 {
		return run(i + 1), "Money"
	}
	if strings.Contains(w, ":") && isDigit(w[0]) {
		k := i + 1
		if clock[at(k)] {
			k++
		}
		return k, "Time"
	}
	if !num(i) {
		if ordinals[w] || len(w) > 2 && isDigit(w[0]) && (strings.HasSuffix(w, "th") || strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") || strings.HasSuffix(w, "rd")) {
			return i + 1, "Ordinal"
		}
		if len(w) == 5 && year(w[:4]) && w[4] == 's' {
			return i + 1, "Date"
		}
		return 0, ""
	}
	k := run(i)
	unit := at(k)
	if unit == "-" {
		unit = at(k + 1)
	}
	switch {
	case unit == "%" || unit == "percent" || unit == "per" && at(k+1) == "cent":
		if k++; unit == "per" {
			k++
		}
		return k, "Percent"
	case months[unit] && k == i+1:
		if k++; k < n && year(low[k]) {
			k++
		}
		return k, "Date"
	case clock[unit]:
		return k + 1, "Time"
	case moneyWords[unit] && at(k) != "-":
		return k + 1, "Money"
	case periods[strings.TrimSuffix(unit, "s")]:
		if at(k) == "-" {
			k++
		}
		if k++; at(k) == "ago" {
			k++
		} else if at(k) == "-" && at(k+1) == "old" {
			k += 2
		}
		if strings.HasPrefix(unit, "hour") || strings.HasPrefix(unit, "minute") || strings.HasPrefix(unit, "second") {
			return k, "Time"
		}
		return k, "Date"
	case measures[strings.TrimSuffix(unit, "s")] || measures[unit]:
		if at(k) == "-" {
			k++
		}
		return k + 1, "Quantity"
	case k == i+1 && year(w) && i > 0 && (low[i-1] == "in" || low[i-1] == "since" || low[i-1] == "by" || low[i-1] == "until" || low[i-1] == "from"):
		return k, "Date"
	}
	return k, "Cardinal"
}

// year says whether w is a number from 1000 to 2199.
func year(w string) bool {
	if len(w) != 4 || w[0] != '1' && w[0] != '2' || w[0] == '2' && w[1] > '1' {
		return false
	}
	return isDigit(w[1]) && isDigit(w[2]) && isDigit(w[3])
}

var (
	months = set(`january february march april may june july august september october november december jan. feb. mar. apr.
		jun. jul. aug. sep. sept. oct. nov. dec. jan feb apr jun jul aug sep sept oct nov dec`)
	weekdays   = set(`monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. sat.`)
	dayParts   = set(`morning afternoon evening night`)
	periods    = set(`year month week day decade century quarter weekend summer winter spring autumn fall hour minute second centurie`)
	clock      = set(`am pm a.m. p.m. a.m p.m o'clock gmt est utc`)
	currencies = set(`$ € £ ¥ us$ usd eur gbp c$ a$ ₹ rs rs.`)
	moneyWords = set(`dollar dollars euro euros pound pounds yen yuan ruble rubles rouble roubles rupee rupees franc francs cent cents peso pesos
		krone kroner krona kronor koruna zloty zlotys forint forints lira liras leva dinar dinars dirham dirhams riyal riyals shekel shekels
		hryvnia hryvnias baht ringgit rupiah`)
	numberWords = set(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
		trillion dozen`)
	ordinals = set(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth`)
	measures = set(`meter metre kilometer kilometre mile foot feet inch inche yard km cm mm m kg kilogram gram ton tonne lb pound
		ounce oz liter litre gallon barrel acre hectare mph kph degree mw gw kw megawatt gigawatt kilowatt watt volt
		square cubic bushel gigabyte megabyte gb mb tb knot`)
)

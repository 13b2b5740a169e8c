package extract

import "strings"

// unit is a measure or currency: its code, and its size in the SI unit.
type unit struct {
	code   string
	kind   string // "length", "money" …
	factor float64
	si     string
	offset float64 // of temperatures, in the unit's own degrees
}

// unitTable: code | kind | factor | SI unit | names in lower case, divided by commas; an SI unit of "-" has none.
const unitTable = `m|length|1|m|m,meter,meters,metre,metres
km|length|1000|m|km,kilometer,kilometers,kilometre,kilometres,kms
cm|length|0.01|m|cm,centimeter,centimeters,centimetre,centimetres
mm|length|0.001|m|mm,millimeter,millimeters,millimetre,millimetres
μm|length|1e-6|m|μm,micrometer,micrometers,micrometre,micron,microns
nm|length|1e-9|m|nm,nanometer,nanometers,nanometre
pm|length|1e-12|m|picometer,picometers
dm|length|0.1|m|dm,decimeter,decimeters
mi|length|1609.344|m|mi,mile,miles
ft|length|0.3048|m|ft,foot,feet
in|length|0.0254|m|inch,inches,in.
yd|length|0.9144|m|yd,yard,yards
nmi|length|1852|m|nmi,nautical mile,nautical miles
ly|length|9.4607304725808e15|m|light year,light years,light-year,light-years
pt|length|0.000352778|m|
m²|area|1|m²|m2,m²,square meter,square meters,square metre,square metres,sq m
km²|area|1e6|m²|km2,km²,square kilometer,square kilometers,square kilometre,square kilometres,sq km
cm²|area|1e-4|m²|cm2,cm²,square centimeter,square centimeters
ft²|area|0.09290304|m²|ft2,ft²,square foot,square feet,sq ft
in²|area|0.00064516|m²|square inch,square inches
mi²|area|2589988.110336|m²|mi2,square mile,square miles,sq mi
yd²|area|0.83612736|m²|square yard,square yards
acre|area|4046.8564224|m²|acre,acres
ha|area|10000|m²|ha,hectare,hectares
L|volume|0.001|m³|l,liter,liters,litre,litres
mL|volume|1e-6|m³|ml,milliliter,milliliters,millilitre,millilitres
cl|volume|1e-5|m³|cl,centiliter,centiliters
hl|volume|0.1|m³|hl,hectoliter,hectoliters,hectolitre,hectolitres
m³|volume|1|m³|m3,m³,cubic meter,cubic meters,cubic metre,cubic metres
cm³|volume|1e-6|m³|cm3,cm³,cubic centimeter,cubic centimeters,cubic centimetre
km³|volume|1e9|m³|cubic kilometer,cubic kilometers
ft³|volume|0.028316846592|m³|cubic foot,cubic feet
in³|volume|0.000016387064|m³|cubic inch,cubic inches
yd³|volume|0.764554857984|m³|cubic yard,cubic yards
gal|volume|0.003785411784|m³|gal,gallon,gallons
qt|volume|0.000946352946|m³|quart,quarts
pint|volume|0.000473176473|m³|pint,pints
floz|volume|2.95735295625e-5|m³|fluid ounce,fluid ounces,fl oz
barrel|volume|0.158987294928|m³|barrel,barrels,bbl
cup|volume|0.0002365882365|m³|cup,cups
tbsp|volume|1.478676478125e-5|m³|tablespoon,tablespoons,tbsp
tsp|volume|4.92892159375e-6|m³|teaspoon,teaspoons,tsp
bushel|volume|0.03523907016688|m³|bushel,bushels
kg|mass|1|kg|kg,kgs,kilogram,kilograms,kilo,kilos,kilogramme,kilogrammes
g|mass|0.001|kg|g,gram,grams,gramme,grammes
mg|mass|1e-6|kg|mg,milligram,milligrams
μg|mass|1e-9|kg|μg,microgram,micrograms,microgramme,microgrammes,mcg
t|mass|1000|kg|t,tonne,tonnes,metric ton,metric tons
ton|mass|907.18474|kg|ton,tons,short ton,short tons
lb|mass|0.45359237|kg|lb,lbs,pound,pounds
oz|mass|0.028349523125|kg|oz,ounce,ounces
st|mass|6.35029318|kg|stone
carat|mass|0.0002|kg|carat,carats
grain|mass|6.479891e-5|kg|
km/h|speed|0.2777777777777778|m/s|km/h,kph,kmh,kmph,km/hr,kilometers per hour,kilometres per hour,kilometers an hour,kilometres an hour,kilometer per hour
mph|speed|0.44704|m/s|mph,miles per hour,miles an hour,mile per hour,mile-per-hour
m/s|speed|1|m/s|m/s,meters per second,metres per second,meter per second
knot|speed|0.5144444444444445|m/s|knot,knots,kn
ft/s|speed|0.3048|m/s|feet per second,foot per second
°C|temperature|1|K|°c,celsius,centigrade,degrees celsius,degree celsius,degrees centigrade,degrees c
°F|temperature|0.5555555555555556|K|°f,fahrenheit,degrees fahrenheit,degree fahrenheit,degrees f
K|temperature|1|K|kelvin,kelvins,degrees kelvin
°|angle|0.017453292519943295|rad|degree,degrees,°
rad|angle|1|rad|rad,radian,radians
W|power|1|W|w,watt,watts
kW|power|1000|W|kw,kilowatt,kilowatts
MW|power|1e6|W|mw,megawatt,megawatts
GW|power|1e9|W|gw,gigawatt,gigawatts
hp|power|745.6998715822702|W|hp,horsepower
Wh|energy|3600|J|wh,watt hour,watt hours
kWh|energy|3.6e6|J|kwh,kilowatt hour,kilowatt hours,kilowatt-hour,kilowatt-hours
MWh|energy|3.6e9|J|mwh,megawatt hour,megawatt hours,megawatt-hours
GWh|energy|3.6e12|J|gwh,gigawatt hour,gigawatt hours
TWh|energy|3.6e15|J|twh,terawatt hours,terawatt-hours
J|energy|1|J|joule,joules
kJ|energy|1000|J|kj,kilojoule,kilojoules
cal|energy|4.184|J|calorie,calories
kcal|energy|4184|J|kcal,kilocalorie,kilocalories
V|voltage|1|V|volt,volts
A|current|1|A|amp,amps,ampere,amperes
Hz|frequency|1|Hz|hz,hertz
kHz|frequency|1000|Hz|khz,kilohertz
MHz|frequency|1e6|Hz|mhz,megahertz
GHz|frequency|1e9|Hz|ghz,gigahertz
Pa|pressure|1|Pa|pascal,pascals
hPa|pressure|100|Pa|hpa,hectopascal,hectopascals
mbar|pressure|100|Pa|mbar,millibar,millibars
bar|pressure|1e5|Pa|
psi|pressure|6894.757293168361|Pa|psi
N|force|1|N|newton,newtons
bit|information|1|bit|bit,bits
B|information|8|bit|byte,bytes
kB|information|8e3|bit|kb,kilobyte,kilobytes
MB|information|8e6|bit|mb,megabyte,megabytes
GB|information|8e9|bit|gb,gigabyte,gigabytes
TB|information|8e12|bit|tb,terabyte,terabytes
PB|information|8e15|bit|pb,petabyte,petabytes
Mbit|information|1e6|bit|megabit,megabits
Gbit|information|1e9|bit|gigabit,gigabits
Mbit/s|rate|1e6|bit/s|mbps
Gbit/s|rate|1e9|bit/s|gbps
%|share|0.01|1|%,percent,percents,per cent,percentage,pct
point|share|0.01|1|percentage point,percentage points
bp|share|0.0001|1|basis point,basis points
second|time|1|s|second,seconds,sec,secs
minute|time|60|s|minute,minutes
hour|time|3600|s|hour,hours
day|time|86400|s|day,days
week|time|604800|s|week,weeks
month|time|2629746|s|month,months
year|time|31556952|s|year,years
decade|time|315569520|s|decade,decades
USD|money|1|-|us dollar,us dollars,u.s. dollar,u.s. dollars,american dollar,american dollars,united states dollar,united states dollars,dollar,dollars,buck,bucks,usd
cent|money|1|-|cent,cents
EUR|money|1|-|euro,euros,eur
GBP|money|1|-|british pound,british pounds,pound sterling,pounds sterling,sterling,quid,gbp
penny|money|1|-|penny,pence,pennies
JPY|money|1|-|yen,japanese yen,jpy
CNY|money|1|-|yuan,chinese yuan,renminbi,rmb,cny,元,chinese renminbi
RUB|money|1|-|ruble,rubles,rouble,roubles,russian rubles,russian ruble,russian roubles,rub
INR|money|1|-|rupee,rupees,indian rupees,indian rupee,inr,rs
CHF|money|1|-|swiss franc,swiss francs,chf
franc|money|1|-|franc,francs
FRF|money|1|-|french franc,french francs
BEF|money|1|-|belgian franc,belgian francs
CAD|money|1|-|canadian dollar,canadian dollars,cad
AUD|money|1|-|australian dollar,australian dollars,aud
NZD|money|1|-|new zealand dollar,new zealand dollars,nzd
HKD|money|1|-|hong kong dollar,hong kong dollars,hkd
SGD|money|1|-|singapore dollar,singapore dollars,sgd
TWD|money|1|-|taiwan dollar,taiwan dollars,new taiwan dollar,new taiwan dollars,twd
KRW|money|1|-|won,south korean won,korean won,krw
MXN|money|1|-|mexican peso,mexican pesos,mxn
peso|money|1|-|peso,pesos
PHP|money|1|-|philippine peso,philippine pesos,php
BRL|money|1|-|real,reais,brazilian real,brazilian reais,brl
ZAR|money|1|-|rand,south african rand,zar
SEK|money|1|-|swedish krona,swedish kronor,kronor,krona,sek
NOK|money|1|-|norwegian krone,norwegian kroner,nok
DKK|money|1|-|danish krone,danish kroner,kroner,krone,dkk
PLN|money|1|-|zloty,zlotys,polish zloty,pln
CZK|money|1|-|czech koruna,koruna,koruny,czech crowns,czk
HUF|money|1|-|forint,forints,hungarian forint,huf
UAH|money|1|-|hryvnia,hryvnias,ukrainian hryvnia,uah
TRY|money|1|-|turkish lira,turkish liras,lira,liras,try
ITL|money|1|-|italian lira,italian lire,lire
DEM|money|1|-|deutsche mark,deutsche marks,german mark,german marks,mark,marks,deutschmark,deutschmarks,dem
FIM|money|1|-|finnish markka,markka,markkaa,fim
NLG|money|1|-|guilder,guilders,netherlands guilder,dutch guilder,dutch guilders
ATS|money|1|-|austrian schilling,austrian schillings,schilling,schillings
ESP|money|1|-|peseta,pesetas,spanish peseta,spanish pesetas
ILS|money|1|-|shekel,shekels,israeli shekel,new shekel,israeli shekels,new shekels,israeli new shekel,ils
SAR|money|1|-|saudi riyal,saudi riyals,saudi arabian riyal,sar
riyal|money|1|-|riyal,riyals
AED|money|1|-|uae dirham,uae dirhams,emirati dirham,emirati dirhams,aed
dirham|money|1|-|dirham,dirhams
dinar|money|1|-|dinar,dinars
KWD|money|1|-|kuwaiti dinar,kuwaiti dinars,kwd
IQD|money|1|-|iraqi dinar,iraqi dinars,iqd
EGP|money|1|-|egyptian pound,egyptian pounds,egp
NGN|money|1|-|naira,nigerian naira,ngn
KES|money|1|-|kenyan shilling,kenyan shillings,kes
THB|money|1|-|baht,thai baht,thb
MYR|money|1|-|ringgit,malaysian ringgit,malaysian ringgits,ringgits,myr
IDR|money|1|-|rupiah,indonesian rupiah,idr
VND|money|1|-|dong,vietnamese dong,vnd
PKR|money|1|-|pakistani rupee,pakistani rupees,pkr
ARS|money|1|-|argentine peso,argentine pesos,ars
CLP|money|1|-|chilean peso,chilean pesos,clp
COP|money|1|-|colombian peso,colombian pesos
IRR|money|1|-|iranian rial,iranian rials,rial,rials,irr
AFN|money|1|-|afghani,afghanis
BTC|money|1|-|bitcoin,bitcoins,btc
satoshi|money|1|-|satoshi,satoshis
IEP|money|1|-|irish pound,iep,irish pounds
RON|money|1|-|romanian leu,romanian lei,ron
BGN|money|1|-|bulgarian lev,leva
GEL|money|1|-|georgian lari,lari,gel
KZT|money|1|-|tenge
LAK|money|1|-|lao kip,kip,lak
CRC|money|1|-|costa rican colón,crc,costa rican colons,colones
BDT|money|1|-|taka,bangladeshi taka
LKR|money|1|-|sri lankan rupee,sri lankan rupees
`

// unitNames gives the unit of every name; longest is the most words that a name has.
var unitNames, longestUnit = func() (map[string]*unit, int) {
	m, longest := map[string]*unit{}, 1
	for line := range strings.Lines(unitTable) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 5 {
			continue
		}
		factor, _ := figure(f[2])
		u := &unit{code: f[0], kind: f[1], factor: factor, si: f[3]}
		if f[3] == "-" {
			u.si = ""
		}
		switch u.code {
		case "°C":
			u.offset = 273.15
		case "°F":
			u.offset = 459.67
		}
		for _, n := range strings.Split(f[4], ",") {
			if n == "" {
				continue
			}
			m[n] = u
			longest = max(longest, len(strings.Fields(n)))
		}
	}
	return m, longest + 2
}()

// currencySigns stand before an amount; letters before a dollar sign name the country.
var currencySigns = map[string]string{"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "CNY", "₹": "INR", "₩": "KRW",
	"₽": "RUB", "₺": "TRY", "₴": "UAH", "฿": "THB", "₫": "VND", "₦": "NGN", "₱": "PHP", "₪": "ILS", "₡": "CRC", "₾": "GEL", "₭": "LAK", "＄": "USD", "₿": "BTC"}

var dollarOf = map[string]string{"us": "USD", "u.s.": "USD", "u.s": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "can": "CAD",
	"cad": "CAD", "cdn": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD", "aus": "AUD", "nz": "NZD", "nzd": "NZD", "hk": "HKD",
	"hkd": "HKD", "s": "SGD", "sgd": "SGD", "sg": "SGD", "nt": "TWD", "ntd": "TWD", "twd": "TWD", "r": "BRL", "mex": "MXN",
	"mx": "MXN", "mxn": "MXN", "z": "ZWD", "j": "JMD", "b": "BND"}

// isoCurrency are the codes that may stand before an amount: "USD 22.5 million".
var isoCurrency = map[string]bool{"usd": true, "eur": true, "gbp": true, "jpy": true, "cny": true, "rub": true, "inr": true,
	"chf": true, "cad": true, "aud": true, "nzd": true, "hkd": true, "sgd": true, "krw": true, "mxn": true, "brl": true,
	"zar": true, "sek": true, "nok": true, "dkk": true, "pln": true, "uah": true, "rs": true, "rmb": true, "twd": true, "egp": true, "aed": true, "sar": true}

// UnitCode is the code of a unit by one of its names ("Metric ton" is "t"), ok false where the table has none.
func UnitCode(name string) (code string, ok bool) {
	u := unitNames[strings.ToLower(name)]
	if u == nil {
		return "", false
	}
	return u.code, true
}

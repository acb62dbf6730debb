"""Invented people with plausible names, and telephone numbers that are reserved for fiction."""

# ruff: noqa: RUF001 -- letters of every script are the point
from collections.abc import Iterator
from random import Random
from string import ascii_lowercase

_GIVEN = {
    "en": "Ann Mary Grace Ruby Ella Lucy Alice Nora Jane Clara Hazel June Iris Edith Mabel Oliver"
    " Henry Arthur George Leo Oscar Theo Hugo Jack Samuel Edward Frank Walter Ralph Silas",
    "fr": "Amélie Zoé Chloé Inès Léa Élise Margaux Océane Anaïs Noémie Maëlle Solène Rémi Théo"
    " Loïc Gaël Benoît Jérôme Étienne Mathéo Noé Cédric François Raphaël André",
    "de": "Jürgen Björn Günther Käthe Bärbel Anneliese Heike Ute Silke Antje Wiebke Jörg Uwe Lars"
    " Matthias Andreas Torsten Kerstin Sabine Ulrike Grit Doreen Rüdiger Götz Änne",
    "es": "José María Jesús Iñigo Begoña Núria Andrés Sofía Lucía Martín Tomás Ángel Inés Rocío"
    " Óscar Raúl Víctor Mónica Concepción Íñigo Álvaro Belén Nicolás Ramón Teófila",
    "pl": "Łukasz Małgorzata Zofia Wojciech Krzysztof Agnieszka Paweł Michał Elżbieta Grażyna"
    " Bożena Stanisław Zbigniew Jędrzej Mieczysława Żaneta Świętosława Błażej Róża",
    "sv": "Åsa Björn Märta Göran Sören Östen Astrid Ingrid Solveig Kjell Håkan Pär Maj Tuva Elin",
    "tr": "Ayşe Çağla Gülşen İbrahim Işıl Oğuz Şükrü Yiğit Ümit Özlem Tuğba Emine Zübeyde Barış",
    "ru": "Анна Мария Ольга Наталья Юлия Фёдор Пётр Иван Алексей Дмитрий Екатерина Людмила Семён",
    "el": "Μαρία Ελένη Γιώργος Νίκος Σοφία Δημήτρης Άννα Κώστας Ευαγγελία Θανάσης Ζωή Ιωάννης",
    "he": "נועה תמר יעל אבי דוד משה רחל שרה יוסף איתן מיכל דנה",
    "ar": "محمد فاطمة علي حسن مريم خالد ليلى يوسف سارة زينب",
    "zh": "李娜 王芳 张伟 刘洋 陈静 杨帆 赵敏 黄磊 周杰 吴倩",
    "ja": "花子 太郎 さくら ゆい 健太 美咲 翔 葵 陽菜 蓮",
}
_STEMS = {
    "en": "Ash Black Brad Cart Crom Dal East Fair Good Hal Har Hart Holl Hol Kirk Lang Law Lin"
    " Marl Mel Nor Nort Oak Over Pem Rad Red Ren Rock Row Sel Shel Stan Stock Sut Thorn Town Wal"
    " War Wash Wel West Whit Wood Wor Win Pen Tre Ross Bar",
    "fr": "Beau Bel Berg Bois Bon Bou Bour Char Chev Clair Cour Del Des Du Fon Gar Gir Gros Lac Lam"
    " Lef Mar Mer Mon Mor Per Plan Pont Riv Roch Rous Sau Ser Ter Val Vau Ver Vill",
    "de": "Acker Alt Apfel Bach Baum Berg Birken Blum Braun Buch Eber Eichen Eisen Feld Fisch"
    " Fried Gold Grün Hart Himmel Hoch Hohl Kirch Klein König Kraus Lang Licht Lind Löwen Müh Neu"
    " Ober Rosen Roth Schön Schwarz Silber Sonnen Stein Stern Stroh Tannen Wald Wein Weiß Wolf",
    "es": "Alv Bal Barr Ben Cab Camp Card Carr Cast Del Dom Esp Est Far Fern Fig Fuent Gal Gonz"
    " Guti Herr Jim Lop Mart Mend Mir Mol Mont Mor Nav Orteg Per Quint Ram Riv Rodr Sal Sánch Vázq",
    "pl": "Adam Bor Brzoz Chmiel Czar Dąb Gór Grab Jabł Jank Kamiń Kacz Kos Kow Krawcz Król Lis"
    " Maj Mazur Now Olsz Pawł Piotr Rutk Sad Sikor Sok Szym Tom Wit Wójc Wrób Zając Ziel Żuk",
    "sv": "Ahl Alm Berg Björk Blom Dahl Ek Ekl Fors Hall Hed Holm Lind Lund Malm Nord Norr Ny Öst"
    " Ros Sand Sjö Söder Strand Ström Sund Svan Tall Väster Wik",
    "ru": "Бел Вол Гор Ден Егор Жук Зай Иван Ковал Кузнец Лебед Мороз Нов Орл Петр Пол Ром Сидор"
    " Смирн Сокол Соловь Тих Фёдор Чёрн Шап Щерб Юрь Яков",
    "el": "Αναγνωστ Βασιλ Γεωργ Δημητρ Ιωανν Κωνσταντ Μιχαλ Νικολα Παπαδ Σταυρ Χριστ",
}
_ENDS = {
    "en": "bourne brook bury by combe cott croft dale den don field ford gate ham hurst ington"
    " land ley lock man more shaw son stead ston ton wall way wick worth yard er ers",
    "fr": "ac ain al ard as at aud ault ay eau el ement enc er et euil eux ier ière in ine is oir"
    " oix on ot our uc",
    "de": "acher bach bauer berg berger burg dorf er ert feld feldt fels garten haus hausen heim"
    " hof holz horst hut inger kamp land ler mann meier muth ow reich schmidt stein stett strauß"
    " thal wald",
    "es": "ado al ales ano ar arez aro edo ejo ella ena era ero es eta ez illo ín inez ino ito iz"
    " ola ón osa ote uez uela ujo",
    "pl": "acki ak aszek ańska ański arz czak czuk czyk ecka ecki ek elski ewicz ewska ewski iak"
    " icka icki ik ińska iński nik orek oń owicz owska owski ska ski uk yk yński",
    "sv": "berg blad bom borg dahl ell en fors gren hammar hult in kvist lander lind lund mark"
    " qvist roth ström strand vall wall",
    "ru": "аев аева анов анова ев ева евич енко ец ин ина ич ко ов ова овский овская ский ская ук"
    " чук",
    "el": "άκης ίδης όπουλος οπούλου ίου άτος έας ούδης",
}
_FAMILY = {
    "tr": "Yıldız Şahin Çelik Öztürk Kılıç Doğan Güneş Koç Aydın Işık Çetin Ünal Gümüş Sarı Bağcı",
    "he": "כהן לוי מזרחי פרץ ביטון דהן אברהם פרידמן",
    "ar": "الحسن النجار الخطيب حداد المصري الشامي",
    "zh": "",
    "ja": "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村",
}
_SHARES = {
    "en": 30,
    "fr": 15,
    "de": 15,
    "es": 12,
    "pl": 8,
    "sv": 6,
    "tr": 4,
    "ru": 4,
    "el": 2,
    "he": 1,
    "ar": 1,
    "zh": 1,
    "ja": 1,
}
"""In a hundred."""
_VAN = ("van der", "de", "von", "O’", "Mac")

_US_AREAS = [str(area) for area in range(201, 990) if area % 100 != 11 and area % 10 != 9]
# Prefix and how many digits follow: Ofcom, ARCEP and the Bundesnetzagentur keep these for films.
_EUROPE = (
    ("+447700900", 3),
    ("+442079460", 3),
    ("+441632960", 3),
    ("+441134960", 3),
    ("+441414960", 3),
    ("+441614960", 3),
    ("+3319900", 4),
    ("+3326191", 4),
    ("+3335301", 4),
    ("+3346571", 4),
    ("+3353649", 4),
    ("+3363998", 4),
    ("+493023125", 3),
    ("+494066969", 3),
    ("+498999998", 3),
)


def names(random: Random) -> Iterator[tuple[str, str]]:
    """Language and whole name, without end."""
    languages, weights = zip(*_SHARES.items(), strict=True)
    while True:
        language = random.choices(languages, weights)[0]
        given = random.choice(_GIVEN[language].split())
        family = _family(random, language)
        yield language, f"{given} {family}".strip()


def _family(random: Random, language: str) -> str:
    if language in _FAMILY:
        return random.choice(_FAMILY[language].split() or [""])
    name = random.choice(_STEMS[language].split()) + random.choice(_ENDS[language].split())
    match random.randrange(60):
        case 0:
            return f"{random.choice(_VAN)} {name}".replace("’ ", "’").replace("Mac ", "Mac")
        case 1 | 2 if language == "es":
            return f"{name} {_family(random, language)}"
        case 3:
            return f"{name}-{_family(random, language)}"
    return name


def numbers(random: Random) -> Iterator[str]:
    """E.164, without end. Some come twice: families share a phone."""
    while True:
        if random.random() < 0.5:
            yield f"+1{random.choice(_US_AREAS)}55501{random.randrange(100):02}"
        else:
            prefix, digits = random.choice(_EUROPE)
            yield f"{prefix}{random.randrange(10**digits):0{digits}}"


def slips(word: str) -> set[str]:
    """What becomes of a folded word by one slip: each letter of the alphabet is tried that the
    word is in, or what letters it has."""
    letters = ascii_lowercase if word.isascii() else "".join(sorted(set(word)))
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {before + after[1:] for before, after in parts if after}
    found.update(before + after[1] + after[0] + after[2:] for before, after in parts if after[1:])
    found.update(before + new + after for before, after in parts for new in letters)
    found.update(before + new + after[1:] for before, after in parts if after for new in letters)
    return found - {word, ""}

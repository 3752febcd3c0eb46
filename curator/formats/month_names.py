"""Month names: the words for the twelve months, as they stand in dates of many languages.

Written from the grammars' tables: the forms used in dates (nominative, genitive) and the usual
abbreviations, in small letters. Where one word means two months, the language decides.
"""

from __future__ import annotations

from functools import cache

_TABLE: dict[str, str] = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
    " september/sep/sept october/oct november/nov december/dec",
    "de": "januar/jänner/jan/jän februar/feber/feb märz/mär/mrz/maerz april/apr mai juni/jun juli/jul"
    " august/aug september/sep/sept oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv février/fevrier/févr/fevr mars avril/avr mai juin juillet/juil août/aout"
    " septembre/sept octobre/oct novembre/nov décembre/decembre/déc",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago"
    " septiembre/setiembre/sep/sept octubre/oct noviembre/nov diciembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago"
    " setembro/set outubro/out novembro/nov dezembro/dez",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago"
    " settembre/set ottobre/ott novembre/nov dicembre/dic",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep"
    " oktober/okt november/nov december/dec",
    "sv": "januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sep"
    " oktober/okt november/nov december/dec",
    "da": "januar/jan februar/feb marts april/apr maj juni/jun juli/jul august/aug september/sep/sept"
    " oktober/okt november/nov december/dec",
    "nb": "januar/jan februar/feb mars april/apr mai juni/jun juli/jul august/aug september/sep/sept"
    " oktober/okt november/nov desember/des",
    "fi": "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu"
    " toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu"
    " lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu",
    "et": "jaanuar/jaanuaril veebruar/veebruaril märts/märtsil aprill/aprillil mai/mail juuni/juunil"
    " juuli/juulil august/augustil september/septembril oktoober/oktoobril november/novembril"
    " detsember/detsembril",
    "lv": "janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā"
    " jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī"
    " decembris/decembrī",
    "lt": "sausio/sausis vasario/vasaris kovo/kovas balandžio/balandis gegužės/gegužė birželio/birželis"
    " liepos/liepa rugpjūčio/rugpjūtis rugsėjo/rugsėjis spalio/spalis lapkričio/lapkritis"
    " gruodžio/gruodis",
    "cs": "ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě"
    " června/červen/čvn července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj"
    " listopadu/listopad/lis prosince/prosinec/pro",
    "sk": "januára/január/jan februára/február/feb marca/marec/mar apríla/apríl/apr mája/máj júna/jún"
    " júla/júl augusta/august/aug septembra/september/sep októbra/október/okt novembra/november/nov"
    " decembra/december/dec",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj"
    " czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz"
    " października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "hu": "január/januári/januárban február márc/március/márciusi április/ápr május/máj június/jún"
    " július/júl augusztus/aug szeptember/szept október/okt november/nov december/dec",
    "sl": "januarja/januar/jan februarja/februar/feb marca/marec/mar aprila/april/apr maja/maj"
    " junija/junij/jun julija/julij/jul avgusta/avgust/avg septembra/september/sep"
    " oktobra/oktober/okt novembra/november/nov decembra/december/dec",
    "hr": "siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj lipnja/lipanj"
    " srpnja/srpanj kolovoza/kolovoz rujna/rujan listopada/listopad studenoga/studenog/studeni"
    " prosinca/prosinac",
    "sr": "јануар/јануара/januar/januara фебруар/фебруара/februar/februara март/марта/mart/marta"
    " април/априла/april/aprila мај/маја/maj/maja јун/јуна/jun/juna јул/јула/jul/jula"
    " август/августа/avgust/avgusta септембар/септембра/septembar/septembra"
    " октобар/октобра/oktobar/oktobra новембар/новембра/novembar/novembra"
    " децембар/децембра/decembar/decembra",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug"
    " septembrie/sept octombrie/oct noiembrie/noi decembrie/dec",
    "bg": "януари/ян февруари/февр март/мар април/апр май юни юли август/авг септември/септ октомври/окт"
    " ноември/ноем декември/дек",
    "ru": "января/январь/янв февраля/февраль/февр/фев марта/март/мар апреля/апрель/апр мая/май"
    " июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен октября/октябрь/окт"
    " ноября/ноябрь/нояб/ноя декабря/декабрь/дек",
    "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт травня/травень/трав"
    " червня/червень/черв липня/липень/лип серпня/серпень/серп вересня/вересень/вер"
    " жовтня/жовтень/жовт листопада/листопад/лист грудня/грудень/груд",
    "be": "студзеня/студзень лютага/люты сакавіка/сакавік красавіка/красавік мая/май чэрвеня/чэрвень"
    " ліпеня/ліпень жніўня/жнівень верасня/верасень кастрычніка/кастрычнік лістапада/лістапад"
    " снежня/снежань",
    "el": "ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ μαρτίου/μάρτιος/μαρ"
    " απριλίου/απρίλιος/απρ μαΐου/μαίου/μάιος/μαϊ ιουνίου/ιούνιος/ιουν ιουλίου/ιούλιος/ιουλ"
    " αυγούστου/αύγουστος/αυγ σεπτεμβρίου/σεπτέμβριος/σεπ οκτωβρίου/οκτώβριος/οκτ"
    " νοεμβρίου/νοέμβριος/νοε δεκεμβρίου/δεκέμβριος/δεκ",
    "tr": "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl"
    " ekim/eki kasım/kas aralık/ara",
    "id": "januari/jan februari/feb maret/mar april/apr mei juni/jun juli/jul agustus/agu september/sep"
    " oktober/okt november/nov desember/des",
    "vi": "tháng1 tháng2 tháng3 tháng4 tháng5 tháng6 tháng7 tháng8 tháng9 tháng10 tháng11 tháng12",
    "ar": "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
    "he": "ינואר/בינואר פברואר/בפברואר מרץ/מרס/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי"
    " אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    "hi": "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "la": "i ii iii iv v vi vii viii ix x xi xii",
}


def month(word: str, language: str = "") -> int | None:
    """The number of the month a word names, None if it names none.

    Of a word with two meanings (listopad) the one in `language` is taken, else that of the language
    which stands first in the table.
    """
    own = _forms().get(word.casefold().removesuffix("."), {})
    return own.get(language) or next(iter(own.values()), None)


@cache
def _forms() -> dict[str, dict[str, int]]:
    forms: dict[str, dict[str, int]] = {}
    for language, months in _TABLE.items():
        for number, words in enumerate(months.split(), 1):
            for word in words.split("/"):
                forms.setdefault(word.casefold(), {})[language] = number
    return forms

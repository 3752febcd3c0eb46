"""Chinese names that no table knows: told by their last part and what is said of them, or by a noun"
" before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span

_HAN = "\u4e00-\u9fff"
_TAIL = (
    "科技|生物|医药|醫藥|制药|製藥|药业|藥業|电子|電子|半导体|半導體|汽车|汽車|新能源|能源|银行|銀行|证券|證券|资本|資本|控股"
    "|传媒|傳媒|软件|軟體|智能|机器人|機器人|光电|光電|精密|材料|食品|乳业|乳業|航空|物流|地产|地產|建设|建設|化工|重工"
    "|钢铁|鋼鐵|矿业|礦業|保险|保險|集团|集團|股份|实业|實業|网络|網路|通信|电器|電器|机械|機械|服饰|服飾|餐饮|餐飲|酒业"
    "|酒業|农业|農業|农牧|医疗|醫療|基因|影业|影業|文化|教育|游戏|遊戲|航运|航運|海运|海運|造船|电力|電力|燃气|水泥|玻璃"
    "|纸业|紙業|纺织|紡織|家居|百货|百貨|超市|咖啡|茶饮|饮料|飲料|创投|創投|金控|電機|电机|工業|国际|國際|信息|資訊|数据"
    "|數據|動力|动力|置业|置業|投资|投資|生技|海洋|渔业|漁業|物业|物業|珠宝|珠寶|体育用品|锂业|航太|客運|客运|水產|水产|鋼構|环保|環保|航天|药房|旅游|旅遊"
)
_SAID = (
    "完成[^，。]{0,8}融[资資]|宣布|宣佈|公布|發布|发布|裁员|裁員|亏损|虧損|递交|遞交|净利|淨利|营收|營收|股价|股價|成立于|成立於"
    "|创始人|創始人|創辦人|董事长|董事長|董事会|董事會|总经理|總經理|总裁|總裁|首席|CEO|[一二三四]季|第[一二三四]季|去年|前三季"
    "|上半年|年报|财报|財報|市值|昨|周[一二三四五]|今日|今天|近日|日前|表示|破产|破產|上市|推出|拟|擬|获|獲|与|與|持有|发行"
    "|收购|收購|接獲|接获|旗下|签署|簽署|投产|投產|扩产|擴產|停产|停產|申请|申請|员工|員工|工厂|工廠|股东|股東|合作|计划|計劃"
    "|預計|预计|将|將|已|在[^，。]{1,6}(?:建|设|設|開|开)"
)
_LEADS = (
    "公司|企业|企業|厂商|廠商|设备商|設備商|供应商|供應商|制造商|製造商|生产商|生產商|运营商|運營商|电商|電商|药企|藥廠|药厂"
    "|车企|車企|巨头|巨頭|新創|独角兽|獨角獸|旗下|旗下的|竞争对手|競爭對手|品牌|开发商|開發商|零售商|经销商|龙头|龍頭|大厂|大廠"
    "|收购|收購|入股|起诉|并购|併購|参股|领投|领先的|由|与|與|遭|被|和|、|及|向|对|對"
)
_TOWNS = (
    "北京|上海|深圳|广州|杭州|苏州|南京|成都|武汉|天津|重庆|西安|宁波|无锡|合肥|长沙|厦门|青岛|东莞|佛山|郑州|济南|福州|大连"
    "|沈阳|昆明|常州|珠海|温州|台北|新北|台中|高雄|台南|新竹|桃園|香港|澳门|新加坡"
)
_NEVER = re.compile(
    "新能源|人工|智能|中国|中國|国产|國產|美国|美國|日本|韩国|韓國|德国|法国|英国|俄罗斯|印度|全球|国际|國際|传统|傳統|高端|电动"
    "|電動|民营|国有|國有|金融|医疗|互联|线上|绿色|綠色|清洁|再生|移动|行動|数字|數位|大型|外资|外資|本地|当地|當地|我国|我國"
    "|重点|现代|先进|相关|相關|家|工业|商业|商業|中央|世界|各|该|該|其|的|和|与|與|了|在|是|为|為|对|對|将|將|国家|國家|政府"
    "|行业|产业|產業|产品|技术|系统|国内|國內|海外|境外|上市|股票|基础|文化|地方|城市|农村|生命|化石|航空|公共|教育|科学|市场"
    "|目前|如果|因为|由于|随着|通过|关于|对于|包括|以及|其中|推动|推動|发展|發展|加快|支持|加强|加強|开发|開發|使用|利用|提高"
    "|提升|促进|增加|减少|购买|生产|制造|进口|出口|这|這|那|所有|部分|一些|多|两|兩|三|新型|旧|老|二手|燃油|豪华|自主|合资|乘用"
    "|商用|房|企|私人|私营|进行|网约|从事|电信|军事|不|也|都|就|但|而|向|被|把|从|到|等|称|说|因|由|及|或|以|可|要|让|使|给"
    "|大学|学院|部|局|委|会|会议|省|市|县|区|国"
)
_TOWN_ENDS = "".join({town[-1] for town in _TOWNS.split("|")})
_ENDS_IN_HAN = re.compile(rf"[{_HAN}]\Z")
_ENDS_IN_TOWN = re.compile(rf"(?:{_TOWNS})\Z")
_OPENERS = "".join(sorted({tail[0] for tail in _TAIL.split("|")}))
"""First signs of the last parts: one look at these spares trying all of them at each place."""
_NAMED = rf"(?P<name>[{_HAN}]{{2,3}}(?=[{_OPENERS}])(?:{_TAIL}))"
_TAILED = re.compile(
    rf"(?=[{_HAN}])(?:(?<![{_HAN}A-Za-z])|(?<=[{_TOWN_ENDS}])){_NAMED}(?={_SAID}|[(（]\d{{4,6}})"
)
_LED = re.compile(
    rf"(?=[{''.join({lead[0] for lead in _LEADS.split('|')})}])(?:{_LEADS})"
    rf"{_NAMED}(?={_SAID}|[，。；、：）)（(]|$|的|和|及)"
)
_SHORT = re.compile(
    r"(?=[初新旗独獨科餐])(?:旗下|新創公司|餐饮集团|餐飲集團|科技公司|初创公司|初创企业|新创公司|独角兽|獨角獸|独角兽企业)"
    rf"(?P<name>[{_HAN}]{{2,4}}?)(?={_SAID})"
)
_NO_NAME = re.compile(
    "^(?:今日|近日|昨日|目前|已经|随后|同时|首次|计划|正式|方面|负责|董事|股价|去年|今年|上半|第一|全年|最近|日前|此前|此次|再次|主动"
    "|股东|员工|品牌|公司|业务|产品|子公司|基金|创始|产业|企业|平台|门店|工厂|銀行|银行|医院|酒店|项目|多家|网站|应用)"
)
_WITHOUT_TAIL = re.compile(rf"(?P<short>[{_HAN}]{{2,3}})(?:{_TAIL})\Z")

_LONGEST_LEAD = 5
_BEFORE_SHORT = re.compile(rf"(?:\A|[^{_HAN}]|{_LEADS})\Z")
_BEHIND_SHORT = re.compile(rf"{_SAID}|[，。、的]")


def chinese_names(text: str) -> Iterator[Span]:
    """Names that their last part and the words beside them show, in reading order of each kind."""
    for pattern in (_TAILED, _LED, _SHORT):
        for match in pattern.finditer(text):
            name = match["name"]
            before = text[max(0, match.start("name") - 3) : match.start("name")]
            if pattern is _TAILED and _ENDS_IN_HAN.search(before) and not _ENDS_IN_TOWN.search(before):
                continue
            told = name if pattern is _SHORT else name[:-2]
            if not _NEVER.search(told) and not _NO_NAME.match(name):
                yield Span(*match.span("name"))


def cut_short_in_chinese(text: str, name: str) -> Iterator[Span]:
    """Where the text has the name without its last part: 晨屿 for 晨屿科技."""
    tailed = _WITHOUT_TAIL.match(name)
    if tailed is None or _NEVER.search(tailed["short"]):
        return
    short = tailed["short"]
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        if _BEHIND_SHORT.match(text, end) and _BEFORE_SHORT.search(text[max(0, at - _LONGEST_LEAD) : at]):
            yield Span(at, end)
        at = text.find(short, end)

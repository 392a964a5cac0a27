// For each syllable the characters that have this reading alone, the commonest first, made by scripts/speech/homophones.mjs from pinyin-pro
// (MIT) and @pinyin-pro/data (ISC). Do not edit. Not for which character is replaced (homophones.ts).

/** Rows: a syllable (NFC, tone mark), then its characters. */
export const HOMOPHONES = `
biàn变遍辩辨辫 biān编鞭蝙 biāo标彪 biē鳖憋 biǎn贬匾 biǎo表 bà坝霸爸 bài败 bàn半办伴瓣扮绊 bàng棒傍镑谤 bào报抱爆鲍豹 bá拔跋 bái白 báo雹 bèi贝备倍辈悖狈惫 bèn笨 bèng泵蹦 béng甭 bì必壁避闭碧毕币蔽弊璧毙痹庇 bìn鬓
bìng病 bí鼻 bò檗 bó博搏驳脖膊舶渤 bù布部步埠怖 bā八巴芭叭疤捌 bāi掰 bān班斑搬颁 bāng邦帮梆 bāo包胞褒苞 bēi杯悲碑卑 bēng崩 běn本 bī逼 bīn宾滨斌彬濒缤 bīng兵冰 bō波播拨玻菠 bū逋 bǎ靶 bǎi百摆 bǎn板版 bǎng绑 bǎo保宝饱
bǐ比笔彼鄙匕 bǐng丙饼秉柄禀 bǒ跛 bǔ补捕哺 chuàn串 chuàng怆 chuán船 chuáng床 chuí垂锤捶 chuò辍 chuān川穿 chuāng窗疮 chuī吹炊 chuō戳 chuǎn喘 chuǎng闯 chà岔 chàn忏 chàng唱畅 chá茶察茬 chái柴豺
chán缠蝉馋 cháng常肠偿尝 cháo潮巢 chè彻撤澈 chèn衬趁 chèng秤 chén陈臣沉尘晨辰忱 chéng成城程承诚呈惩橙 chì赤翅斥 chí池持迟驰弛 chóng虫崇 chóu愁筹酬绸稠畴 chù触矗 chú除厨雏橱锄 chún纯唇醇 chā插 chāi钗 chān搀
chāng昌猖 chāo超抄钞 chēn琛 chēng撑 chě扯 chěng逞 chī吃痴 chōng充 chōu抽 chū出初 chūn春椿 chǎn产铲阐 chǎng敞 chǎo炒 chǐ齿耻侈 chǒng宠 chǒu丑瞅 chǔ楚储础 chǔn蠢 cuàn窜篡 cuì翠脆粹悴 cuò错措挫
cuān蹿 cuī崔催摧 cuō搓 cuǐ璀 cài菜蔡 càn灿 cái才财材裁 cán残蚕惭 cáo曹槽 cè测策册厕 cèng蹭 cén岑 céng层 cì次赐 cí词磁辞慈瓷雌祠 còu凑 cóng从丛 cù促醋簇 cùn寸 cún存 cā擦 cāi猜 cān餐 cāng仓苍舱沧 cāo操糙
cī疵 cōng聪葱匆囱 cū粗 cūn村 cǎi彩踩睬 cǎn惨 cǎo草 cǐ此 cǔn忖 diàn电店殿垫淀奠惦玷 diào掉吊钓 dié叠蝶碟迭谍 diān颠滇掂巅 diāo雕刁叼 diē跌爹 diū丢 diǎ嗲 diǎn点典碘 duàn断段锻缎 duì队对 duò舵惰跺 duó夺踱
duān端 duī堆 duō多咄哆 duǎn短 duǒ朵躲 dài代带戴袋贷怠 dàn蛋淡旦但氮诞 dàng荡档 dào道到盗稻悼 dá达 dèng邓瞪凳 dé德 dì第帝蒂递缔 dìng定订 dí迪敌笛涤嘀 dòng动冻栋 dòu豆逗痘 dù杜渡镀妒 dùn盾钝 dú独 dā搭 dāi呆 dān丹耽
dāng裆 dāo刀 dēng登灯 děng等 dī低滴堤 dīng叮盯 dōng东冬 dōu兜 dū督 dūn吨墩 dǎi歹 dǎn胆 dǎng党 dǎo岛导蹈捣祷 dǐ抵 dǐng顶鼎 dǒng董懂 dǒu抖陡蚪 dǔ赌堵睹 dǔn盹 fà珐 fàn范饭犯泛贩 fàng放 fá伐罚阀乏筏
fán凡烦矾 fáng防房肪妨 fèi费废肺沸吠 fèn奋愤粪忿 fèng凤奉 féi肥 fén焚坟 féng逢 fù复富负附付妇副腹覆傅赋赴缚咐 fú福伏弗浮符扶幅辐芙俘袱蝠 fān翻帆 fāng方芳 fēi飞非啡 fēn芬纷氛吩 fēng封峰丰锋蜂疯枫 fěi匪诽 fěn粉 fěng讽 fū肤敷孵
fǎ法 fǎn反返 fǎng访纺仿 fǒu缶 fǔ府腐辅抚甫俯斧 guà挂卦褂 guài怪 guàn贯灌惯罐 guàng逛 guì贵桂跪 guó国 guā瓜刮 guāi乖 guān关官棺 guāng光 guī归规硅瑰闺 guō郭锅 guǎ寡 guǎi拐 guǎn管馆 guǐ鬼轨诡癸 guǒ果裹 gà尬
gài概钙丐溉 gàn赣 gào告 gá噶 gè铬 gèn亘 gé隔阁 gòng贡 gòu构购够垢 gù顾故固雇 gā旮 gāi该 gān甘肝竿柑尴 gāng刚纲冈缸肛 gāo高糕羔 gē歌哥戈割鸽 gēn根跟 gēng耕庚羹 gěng耿梗埂 gōng公工功宫攻弓恭躬 gōu沟钩 gū孤姑沽菇咕辜
gǎ尕 gǎi改 gǎn感敢赶秆橄 gǎo稿搞 gǒng拱汞巩 gǒu狗苟 gǔ古鼓股 gǔn滚 huà话画桦 huàn换患幻唤焕宦涣痪 huá滑猾 huái怀淮槐徊 huán环 huáng黄皇簧煌凰惶蝗 huì惠汇慧绘讳贿晦秽卉诲 huí回 huò货霍祸获惑或 huó活 huā花 huān欢
huāng荒慌 huī灰辉挥徽恢 huǎn缓 huǎng谎恍幌 huǐ毁悔 huǒ火伙 hài害骇亥 hàn汉旱翰焊悍憾撼捍 hào耗浩皓 hái孩 hán寒韩含函涵 háng航杭 háo豪毫嚎 hè赫鹤贺褐 hèn恨 hé河盒禾 hén痕 héng衡恒 hòu后厚候 hóng洪鸿宏弘 hóu猴喉
hù户护互沪 hùn诨 hú胡湖狐壶弧葫蝴 hún魂浑 hān酣憨 hāo蒿 hē诃 hēi黑 hěn很狠 hōng轰烘 hū呼乎忽 hūn婚昏荤 hǎi海 hǎn喊罕 hǎo郝 hǒu吼 hǔ虎 jià架驾嫁稼 jiàn建件剑健键箭鉴舰贱践荐涧 jiàng匠酱 jiào叫较轿酵窖 jiá颊
jiè界借介戒届诫 jié杰洁捷截劫竭睫 jiù旧救就舅臼疚 jiā加嘉佳 jiān坚尖肩兼奸艰煎歼 jiāng江姜僵缰 jiāo交胶焦娇骄椒郊浇礁蕉跤 jiē接街阶皆秸 jiě姐 jiū究纠揪 jiǎ甲钾 jiǎn检简减碱剪俭捡茧拣柬 jiǎng奖讲蒋桨 jiǎo绞搅狡饺 jiǒng窘
jiǔ九酒久灸韭玖 juàn倦眷绢 jué绝决爵掘诀崛 juān捐娟鹃 jì计记技剂际季继迹寄绩忌寂冀既妓鲫 jìn进近晋浸 jìng静镜境敬靖径竞竟 jí集吉级极急及疾籍即辑棘嫉 jù具聚剧巨距拒惧炬 jùn俊峻骏竣 jú局菊橘 jī机基积鸡击激肌饥箕畸圾唧叽讥 jīn金今斤津筋巾襟
jīng精京惊晶荆睛茎鲸兢 jū居驹鞠 jūn军君均钧 jǐ己挤脊 jǐn紧锦谨 jǐng井警 jǔ举矩 kuà跨 kuài快块筷 kuàng矿况框旷眶 kuáng狂 kuì愧馈 kuí魁葵 kuò扩阔廓 kuān宽 kuāng筐 kuī亏窥盔 kuǎ垮 kuǎi蒯 kuǎn款 kàn瞰 kàng抗炕
kào靠铐 kè克客课刻 kòng控 kòu扣寇叩 kù库裤酷 kùn困 kā喀 kāi开揩 kān刊堪勘 kāng康糠慷 kē科颗棵磕蝌 kēng坑 kě渴 kěn肯垦啃恳 kōng崆 kōu抠 kū枯哭窟 kūn昆坤 kǎi凯慨 kǎn坎砍 kǎo考烤拷 kǒng孔恐 kǒu口 kǔ苦 kǔn捆
liàn练链恋炼 liàng亮辆谅晾 liào料 lián连联莲廉怜帘镰 liáng梁良粮粱 liáo疗辽聊僚寥缭嘹 liè列烈劣猎 liú流刘留硫瘤榴琉浏 liǎn脸敛 liǎng两 liǔ柳 luàn乱 luán峦 luò洛骆 luó罗螺逻萝锣箩骡 luǎn卵 luǒ裸 là辣 lài赖睐
làn烂滥 làng浪 lào涝酪 lá旯 lái来莱 lán兰蓝栏篮拦澜婪 láng狼廊琅榔 láo劳牢 lèi类泪 lèng愣 léi雷 léng楞 lì利力立历例粒厉吏莉励沥栗隶荔砾俐痢雳 lìn吝赁躏 lìng另 lí离黎璃梨犁厘篱狸漓 lín林临邻磷鳞琳 líng灵零陵凌龄铃玲菱伶羚聆
lòu漏陋 lóng龙聋胧窿咙 lóu楼娄 lù路录鹿禄赂 lú卢炉芦庐颅 lún伦轮仑沦 lüè略掠 lā垃 lāng啷 lāo捞 lěi垒蕾磊 lěng冷 līn拎 lū噜 lǎn览揽懒缆榄 lǎng朗 lǎo老 lǐ李理礼鲤 lǐn凛 lǐng领岭 lǒng拢垄 lǒu篓 lǔ鲁卤虏 lǘ驴
lǚ吕旅履铝缕侣屡 lǜ律虑氯滤 miàn面 miào妙庙 mián棉绵眠 miáo苗描瞄 miè灭蔑 miù谬 miǎn免勉缅 miǎo秒渺藐 mà骂 mài麦卖迈 màn曼慢漫 mào贸貌帽茂 má麻 mái霾 mán蛮馒 máng忙盲芒茫 máo毛茅矛锚 mèi妹媚昧魅 mèn懑 mèng梦孟
méi梅眉煤霉媒枚玫 mén门 méng盟萌檬朦 mì密蜜觅 mìng命 mí迷 mín民 míng明名鸣铭冥 mò墨末默漠沫陌茉寞 mó膜魔摹蘑馍 móu谋 mù木目穆幕牧慕暮墓沐募睦 mā妈 měi美每 měng猛锰 mī咪 mō摸 mǎ马码玛 mǎi买 mǎn满 mǎng莽 mǎo卯 mǐ米
mǐn敏闽悯皿 mǒu某 mǔ母姆亩牡拇 niàn念 niàng酿 niào脲 nián年 niáng娘 niè聂孽 niú牛 niān拈 niē捏 niū妞 niǎn碾撵 niǎo鸟 niǔ扭纽钮 nuò诺糯懦 nuó挪 nuǎn暖 nà纳钠呐捺 nài耐奈 nào闹 ná拿 nán男 náo挠
nè讷 nèn嫩 nì逆匿腻 nìng泞 ní尼 nín您 níng凝柠狞 nóng农浓脓 nù怒 nú奴 nüè虐 nāng囔 něi馁 nī妮 nǎi奶乃 nǎn赧 nǎo脑恼瑙 nǐ拟你 nǔ努 piàn骗 piào嘌 pián骈 piáo瓢 piān偏篇翩 piāo飘 piē瞥 piǎo殍
pà帕怕 pài派湃 pàn判盼叛畔 pào疱 pá爬 pái牌徘 pán盘 páng庞螃 páo袍 pèi配佩沛 pèng碰 péi培陪赔 pén盆 péng鹏蓬朋棚膨篷 pì屁僻譬 pìn聘 pí皮疲脾啤 pín贫 píng平评瓶萍坪凭 pò破魄 pó婆 pú蒲葡菩 pā趴啪 pāi拍 pān潘攀
pāng乓 pāo抛 pēi胚 pēng烹砰 pěng捧 pī批披坯霹 pīn拼 pīng乒 pō坡泼颇 pōu剖 pū扑 pǐ匹 pǐn品 pǒ叵 pǔ普谱浦圃 qià洽恰 qiàn欠歉 qiào窍峭撬 qián前钱潜钳黔 qiáng墙 qiáo桥乔侨瞧憔 qiè窃怯 qióng穷琼 qiú球求囚
qiā掐 qiān千迁牵签谦 qiāng枪腔 qiāo敲跷锹 qiū秋丘蚯 qiǎn遣谴 qiǎo巧 quàn劝 quán全权泉拳痊 què确却鹊 qué瘸 quān悛 quē缺 quǎn犬 qì气器汽弃泣迄 qìn沁 qìng庆 qí旗骑棋歧崎祈脐鳍 qín秦琴勤禽擒芹 qíng情晴擎 qù去
qú衢 qún群裙 qī七漆戚欺凄柒 qīn钦侵 qīng清青轻倾卿氢蜻 qū屈驱躯岖 qǐ起启企乞 qǐn寝 qǐng请顷 qǔ取娶 ruì瑞锐 ruí蕤 ruò弱 ruǎn软 ruǐ蕊 ràng让 rào绕 rán然燃 ráng瓤 ráo饶 rè热 rèn认刃韧纫 rén人仁壬 réng仍 rì日
ròu肉 róng容荣蓉融溶绒熔戎茸榕 róu柔揉蹂 rù入褥 rùn润闰 rú如儒蠕 rēng扔 rě惹 rěn忍 rǎn染冉 rǎng壤 rǎo扰 rǒng冗 rǔ乳汝辱 shuài帅蟀 shuàn涮 shuì税睡 shuò烁 shuāi摔 shuān栓拴 shuāng双霜 shuǎ耍
shuǎi甩 shuǎng爽 shuǐ水 shà霎 shài晒 shàn善擅赡 shàng尚 shào绍哨 shá啥 sháo勺 shè社设涉赦 shèn慎渗肾 shèng圣剩 shé舌 shén神 shéng绳 shì市事世式士视室试势是示饰释侍誓逝恃柿拭嗜 shí十时实蚀 shòu受寿售授兽瘦
shù树束述竖恕漱庶墅 shùn顺瞬 shú赎 shā杀砂纱鲨 shāi筛 shān山衫珊删煽 shāng商伤 shāo烧 shē奢 shēn身深申伸绅呻 shēng生声升笙牲甥 shěn审婶 shī师失施诗湿尸狮 shōu收 shū书输叔舒疏殊淑枢梳蔬抒 shǎ傻 shǎn闪陕 shǎng赏晌
shǐ史使始矢驶屎 shǒu手首守 shǔ鼠署暑蜀薯曙 shǔn吮 suàn算蒜 suì岁碎穗隧祟 suí随 suān酸 suī虽 suō梭唆嗦 suǐ髓 suǒ所索锁琐 sà萨 sài赛 sè瑟涩 sì四寺肆饲祀巳 sòng宋送诵讼颂 sòu嗽 sù素速塑诉肃粟溯 sú俗 sā仨 sāi腮
sān三叁 sāng桑 sāo搔 sēn森 sēng僧 sī斯司丝私撕嘶 sōng松 sōu搜艘 sū酥 sūn荪 sǎn伞 sǎng嗓 sǎo嫂 sǐ死 sǒng耸 sǒu叟 sǔn损笋 tiào眺 tián田甜恬 tiáo迢 tiān天添 tiāo祧 tiē贴 tiě铁 tiǎn舔 tuán团
tuì退蜕 tuí颓 tuò唾 tuó驼鸵 tuān湍 tuī推 tuō托脱拖 tuǐ腿 tuǒ妥椭 tà蹋 tài太泰态汰 tàn探叹碳炭 tàng烫 tào套 tái抬 tán谈坛潭谭檀痰 táng唐堂糖塘棠膛 táo桃逃淘萄 tè特 téng腾藤疼誊 tì替涕惕剃屉 tí题蹄啼
tíng庭停廷亭蜓 tòng痛 tòu透 tóng童铜桐瞳彤 tóu投 tù兔 tú图徒涂途屠 tún豚臀 tā他塌它 tāi胎 tān贪摊滩瘫 tāng羰 tāo涛滔掏 tī梯踢剔 tīng听厅 tōu偷 tū突凸秃 tūn吞 tǎ塔 tǎn坦毯 tǎng躺 tǎo讨 tǐng挺艇 tǒng统筒桶捅
tǔ土 wà袜 wài外 wàn腕 wàng望忘旺妄 wá娃 wán完玩丸顽 wèi位卫未魏味胃畏慰谓喂猬 wèn问 wèng瓮 wéi维围违唯惟帷 wén文闻蚊 wò沃卧握 wù物务误雾悟勿戊 wú吴梧芜蜈 wā挖蛙洼 wāi歪 wān湾弯豌 wāng汪 wēi微威危巍薇偎 wēn温瘟 wēng翁嗡
wěi伟伪纬萎苇 wěn稳吻紊 wō窝蜗 wū屋污巫诬呜 wǎ佤 wǎn晚碗婉挽皖惋 wǎng网往枉 wǒ我 wǔ五武舞伍午侮鹉 xià下夏 xiàn线现限献宪陷腺羡馅 xiàng向象项像橡 xiào笑效孝啸哮 xiá侠霞峡狭辖暇匣 xián贤闲弦咸衔嫌 xiáng祥翔 xiáo淆
xiè谢械卸泻屑蟹懈 xié协鞋斜谐携胁 xióng雄熊 xiù秀绣袖锈嗅 xiā瞎 xiān先仙掀 xiāng香乡箱湘厢镶 xiāo消销萧硝霄宵潇箫 xiē歇蝎 xiě写 xiōng兄胸凶汹匈 xiū修羞 xiǎn险显 xiǎng想响享 xiǎo小晓 xiǔ朽 xuàn炫渲绚 xuán玄悬 xuè谑
xué学穴 xuān宣轩喧 xuē薛靴 xuě雪 xuǎn选癣 xì细隙 xìn衅 xìng性幸姓杏 xí习席袭媳 xíng形型刑 xù序续绪蓄叙旭絮恤婿酗 xùn训讯逊迅驯殉汛 xú徐 xún寻循巡询旬 xī西息希吸析溪锡稀夕惜膝悉熙昔犀晰嘻熄牺蟋 xīn心新辛薪欣锌馨 xīng星腥猩 xū虚须需墟
xūn勋 xǐ喜徙 xǐng醒 xǔ诩 yuàn院怨愿苑 yuán元原源园圆缘袁援猿 yuè月越岳跃阅悦粤 yuān渊冤鸳 yuē曰 yà亚讶 yàn验艳雁厌宴焰堰砚谚唁 yàng样漾 yào药耀 yá牙芽崖涯衙 yán言严延颜岩盐炎沿阎檐蜒 yáng阳杨洋扬 yáo摇姚遥窑尧谣肴 yè业夜液页腋
yé爷 yì义意易异艺议亿益翼译逸亦疫役毅抑溢忆谊邑绎屹 yìn印 yìng硬映 yí仪移宜夷怡姨贻胰 yín银淫吟寅 yíng营迎盈蝇赢莹萤荧 yòng用 yòu右幼诱又佑 yóu油游由邮尤犹 yù玉预欲誉域御遇裕郁浴狱豫愈喻寓芋 yùn运韵孕蕴酝 yú于余鱼渔愚榆逾娱舆渝隅 yún云匀耘
yā鸭押鸦丫 yān烟焉淹 yāng央秧殃鸯 yāo腰妖邀夭吆 yē椰 yě野冶也 yī伊医依壹 yīn音阴因姻茵 yīng英鹰婴莺樱鹦 yōng拥庸 yōu优忧幽悠 yū迂淤 yǎn眼演掩衍 yǎng养氧痒 yǎo咬舀 yǐ以已乙蚁倚矣 yǐn引瘾蚓 yǐng影颖 yǒng永勇泳咏踊 yǒu友酉
yǔ宇羽禹屿 yǔn允陨 zhuàn撰 zhuàng状壮撞 zhuì坠缀赘 zhuó卓浊酌灼啄茁 zhuā抓 zhuān专砖 zhuāng装庄妆桩 zhuī锥 zhuō桌捉拙 zhà诈乍榨 zhài寨债 zhàn战站栈绽 zhàng丈帐账障仗杖胀 zhào赵照兆罩肇 zhá闸 zhái宅 zhè浙蔗
zhèn镇振阵震 zhèng政证郑 zhé哲辙 zhì制治志质智至置致滞掷稚秩帜挚窒 zhí直职值植执侄 zhòng众仲 zhòu昼骤皱宙咒 zhù住注柱祝铸驻贮蛀 zhú竹逐烛 zhā渣 zhāi斋摘 zhān沾毡瞻 zhāng张章彰樟 zhāo招昭 zhē遮 zhēn真针珍贞侦斟
zhēng争征蒸睁筝狰 zhě者 zhěn枕诊疹 zhěng整拯 zhī之支脂汁芝肢蜘 zhōng钟忠终衷 zhōu州周洲舟 zhū诸珠猪株蛛 zhūn谆 zhǎ眨 zhǎi窄 zhǎn展斩盏 zhǎng掌 zhǎo找沼 zhǐ指纸止址旨趾 zhǒng肿 zhǒu肘帚 zhǔ主煮嘱瞩拄 zhǔn准
zuì罪最醉 zuò座坐做 zuó昨 zuǎn纂 zuǐ嘴 zuǒ左佐 zài在再 zàn赞暂 zàng葬 zào造灶燥皂噪躁 zá杂砸 záo凿 zè仄 zèng赠 zé则 zéi贼 zì自字 zòu奏揍 zú足族 zā匝 zāi灾栽哉 zān簪 zāng赃 zāo遭糟 zēng增憎 zěn怎
zī资姿滋咨 zōng宗踪棕 zōu邹 zū租 zūn尊遵 zǎi宰 zǎo早藻枣澡蚤 zǐ子紫姊籽 zǒng总 zǒu走 zǔ组祖阻 ài爱碍隘 àn案暗岸按黯 àng盎 ào傲澳懊 ái癌 áng昂 áo敖 è鄂饿扼遏鳄噩愕 èr二贰 é额俄鹅讹峨娥 ér而 āi埃哀哎 ān安氨鞍庵 āng肮
ēn恩 ěr尔耳饵 ōu欧鸥殴 ǎi矮蔼 ǎn俺 ǎo袄 ǒu偶藕 de的 ma吗 ba吧 ne呢 men们
`;

// Words of official Chinese that the library reads wrongly. A table for people who do not program: a word, then its syllables.
// Not for readings that depend on what stands around a character (rules.ts). Readings: 现代汉语词典 (7th edition) and 审音表.

/** One word a line; every syllable with its tone mark, the neutral tone without. */
const WORDS = `
供养 gōng yǎng
特困供养 tè kùn gōng yǎng
供给 gōng jǐ
供需 gōng xū
班子 bān zi
路子 lù zi
房子 fáng zi
村子 cūn zi
牌子 pái zi
担子 dàn zi
法子 fǎ zi
点子 diǎn zi
底子 dǐ zi
面子 miàn zi
例子 lì zi
院子 yuàn zi
孩子 hái zi
率先 shuài xiān
率队 shuài duì
率团 shuài tuán
三重一大 sān zhòng yī dà
成为 chéng wéi
作为 zuò wéi
认为 rèn wéi
称为 chēng wéi
分为 fēn wéi
列为 liè wéi
评为 píng wéi
视为 shì wéi
定为 dìng wéi
选为 xuǎn wéi
改为 gǎi wéi
变为 biàn wéi
升为 shēng wéi
编为 biān wéi
转为 zhuǎn wéi
调为 tiáo wéi
译为 yì wéi
命名为 mìng míng wéi
授予为 shòu yǔ wéi
表彰为 biǎo zhāng wéi
确定为 què dìng wéi
认定为 rèn dìng wéi
调整为 tiáo zhěng wéi
标准为 biāo zhǔn wéi
最为 zuì wéi
更为 gèng wéi
较为 jiào wéi
颇为 pō wéi
尤为 yóu wéi
极为 jí wéi
为期 wéi qī
为首 wéi shǒu
为主 wéi zhǔ
为例 wéi lì
为准 wéi zhǔn
为止 wéi zhǐ
为限 wéi xiàn
为本 wéi běn
为重 wéi zhòng
为先 wéi xiān
局长 jú zhǎng
处长 chù zhǎng
科长 kē zhǎng
县长 xiàn zhǎng
区长 qū zhǎng
乡长 xiāng zhǎng
镇长 zhèn zhǎng
厅长 tīng zhǎng
司长 sī zhǎng
行长 háng zhǎng
组长 zǔ zhǎng
所长 suǒ zhǎng
站长 zhàn zhǎng
秘书长 mì shū zhǎng
委员长 wěi yuán zhǎng
河长制 hé zhǎng zhì
林长制 lín zhǎng zhì
建行 jiàn háng
农行 nóng háng
工行 gōng háng
中行 zhōng háng
央行 yāng háng
获得 huò dé
获得了 huò dé le
取得了 qǔ dé le
赢得了 yíng dé le
大将军 dà jiāng jūn
奔小康 bèn xiǎo kāng
载人 zài rén
中风 zhòng fēng
都江堰 dū jiāng yàn
都匀 dū yún
婺源 wù yuán
牟平 mù píng
中牟 zhōng mù
乐陵 lào líng
乐亭 lào tíng
六安 lù ān
蚌埠 bèng bù
亳州 bó zhōu
歙县 shè xiàn
黟县 yī xiàn
枞阳 zōng yáng
铅山 yán shān
番禺 pān yú
东莞 dōng guǎn
洪洞 hóng tóng
长子县 zhǎng zǐ xiàn
繁峙 fán shì
解州 hài zhōu
华阴 huà yīn
华县 huà xiàn
吴堡 wú bǔ
浚县 xùn xiàn
柘城 zhè chéng
渑池 miǎn chí
泌阳 bì yáng
郫都 pí dū
犍为 qián wéi
筠连 jūn lián
珙县 gǒng xiàn
邛崃 qióng lái
尉犁 yù lí
巴音郭楞 bā yīn guō léng
会稽 kuài jī
台州 tāi zhōu
天台 tiān tāi
丽水 lí shuǐ
鄞州 yín zhōu
乐清 yuè qīng
盱眙 xū yí
邗江 hán jiāng
睢宁 suī níng
邳州 pī zhōu
栖霞 qī xiá
莘县 shēn xiàn
莒县 jǔ xiàn
临朐 lín qú
东阿 dōng ē
单县 shàn xiàn
兖州 yǎn zhōu
曲阜 qū fù
即墨 jí mò
蔚县 yù xiàn
井陉 jǐng xíng
蠡县 lǐ xiàn
大城县 dài chéng xiàn
任丘 rén qiū
任县 rén xiàn
涿州 zhuō zhōu
监利 jiàn lì
黄陂 huáng pí
郧阳 yún yáng
秭归 zǐ guī
耒阳 lěi yáng
郴州 chēn zhōu
枝江 zhī jiāng
儋州 dān zhōu
荥阳 xíng yáng
荥经 yíng jīng
邕宁 yōng níng
百色 bǎi sè
氹仔 dàng zǎi
万俟 mò qí
尉迟 yù chí
`;

/** The table as the library wants it: word → readings with spaces between. */
export function wordTable(): Record<string, string> {
  const table: Record<string, string> = {};
  for (const line of WORDS.trim().split('\n')) {
    const space = line.indexOf(' ');
    table[line.slice(0, space)] = line.slice(space + 1);
  }
  return table;
}

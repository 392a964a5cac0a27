// What `mingdu --help` and `mingdu check --help` print, in both languages.
import type { Lang } from './arguments';

const MAIN: Readonly<Record<Lang, string>> = {
  zh: `明读 Mingdu %：帮人读中文网页的一层辅助

用法：
  mingdu check <网址 | 文件夹 | 网站地图>   自查：看看网页好不好读，明读在上面好不好用
  mingdu check --help                       自查的全部选项
  mingdu --version                          版本
  加 --lang en 说英文`,
  en: `Mingdu 明读 %: an assist layer for reading Chinese pages

Usage:
  mingdu check <address | folder | sitemap>   checks how well pages can be read, and how the aids work on them
  mingdu check --help --lang en               all its options
  mingdu --version                            the version`,
};

const CHECK: Readonly<Record<Lang, string>> = {
  zh: `mingdu check：自查网页

用法：
  mingdu check https://www.example.cn/              一个网页
  mingdu check https://www.example.cn/ --crawl 200  从这里顺着本站链接，最多 200 个网页
  mingdu check ./site                               文件夹里所有 .html、.htm（按网页自己的编码，GBK 也行）
  mingdu check https://www.example.cn/sitemap.xml   网站地图（.xml、地图的索引、每行一个网址的 .txt，都可以是 .gz）

选项：
  --out 文件夹        结果放在哪里（默认 mingdu-report），有 report.html、report.json、rows.jsonl 和图片
  --aids 列表         测哪些辅助，用逗号分开，同时打开的用加号连起来；none 不测
                      （默认 textSize=200,spacing=wider,contrast=white-on-black,contrast=black-on-cream,pinyin=all,view=article,still=true）
  --phone             按手机的宽度（360×640）；不写是电脑（1280×800）
  --no-pictures       不留图片
  --timeout 秒        每个网页最多用多久（默认 180）
  --delay 秒          每看完一个网页歇多久再看下一个（默认 0.5；文件夹不歇）
  --files 网址        明读的文件不放在本站时，放在哪里：按它写出还缺的安全策略
  --offline           不让网页访问这台电脑以外的地方（检查存下来的网页时用）
  --fail-on 程度      发现什么就算不通过：barrier（默认，障碍）、hindrance（不便也算）、never（从不）
  --again             不接着上次，从头再来
  --retry-failed      上次没能检查的网页再试一次
  --browser 路径      用哪个浏览器（Chromium、Chrome、Edge）；也可以写在环境变量 MINGDU_CHROMIUM 里
  --verbose           隔一段时间报告内存
  --lang zh|en        用哪种语言

中断了（Ctrl+C、断电）：再运行同样的命令，就从停下的地方接着检查。打不开的网页也会在报告里占一行，不影响其他网页。

退出状态：0 没有发现障碍；1 发现了，或有网页没能检查；2 命令没法运行；130 被中断。

只用来检查自己的网站：它像读者一样打开网页，不看 robots.txt，不点网页上的按钮，不提交表单，不下载文件。
它自称“浏览器的名字 MingduCheck/%”。网页的内容和检查结果都不会发给任何人。
测量时不理会网页的内容安全策略（CSP），好让明读能放上去；策略少了什么，报告里另外写明。
只用 Chromium 一类的浏览器测量。它能帮着发现问题，不能证明网站符合哪项标准。`,
  en: `mingdu check: checks pages

Usage:
  mingdu check https://www.example.cn/              one page
  mingdu check https://www.example.cn/ --crawl 200  from here along links of the same host, 200 pages at most
  mingdu check ./site                               every .html and .htm of a folder (in the page's own charset, GBK as well)
  mingdu check https://www.example.cn/sitemap.xml   a sitemap (.xml, an index of sitemaps, a .txt with one address a line; .gz of each)

Options:
  --out FOLDER        where the results go (mingdu-report): report.html, report.json, rows.jsonl and pictures
  --aids LIST         aids to be measured, parted by commas, those that are on together joined by +; none for none
                      (textSize=200,spacing=wider,contrast=white-on-black,contrast=black-on-cream,pinyin=all,view=article,still=true)
  --phone             as wide as a phone (360 × 640); without it 1280 × 800
  --no-pictures       keeps no pictures
  --timeout SECONDS   how long one page may take (180)
  --delay SECONDS     pause between two pages (0.5; none in a folder)
  --files ADDRESS     where Mingdu’s files lie, if not on the site: the policy lines that are missing are told for it
  --offline           pages reach nothing but this machine (for saved pages)
  --fail-on WEIGHT    what makes the exit status 1: barrier (as given), hindrance, never
  --again             starts anew instead of going on
  --retry-failed      tries the pages once more that could not be checked
  --browser PATH      which browser (Chromium, Chrome, Edge); or the variable MINGDU_CHROMIUM
  --verbose           tells the memory now and then
  --lang zh|en        the language

Interrupted (Ctrl+C, power cut): the same command goes on where it stopped. A page that cannot be opened is a row of the report, not the end.

Exit status: 0 no barrier found; 1 some found, or a page could not be checked; 2 the command could not run; 130 interrupted.

For your own site only: it opens pages as a reader does and does not look at robots.txt; it presses nothing on a page, sends no form and
downloads nothing. It calls itself by the browser's name with “MingduCheck/%”. Neither pages nor results are sent to anybody.
Measuring passes over the page's content policy (CSP), so that Mingdu can be put there; what the policy lacks is told on its own.
It measures in browsers of the Chromium family alone. It helps to find faults; it proves no conformance to any standard.`,
};

export const helpText = (run: 'help' | 'check-help', lang: Lang, version: string): string => (run === 'help' ? MAIN : CHECK)[lang].replace('%', version);

// What the command says while it runs, in both languages, short. The help is in help.ts, the report's own words in report/.
import type { FailureKind } from '../look/failure';
import type { Lang } from './arguments';
import type { UsageKind } from './usage';

interface Words {
  readonly usage: Readonly<Record<UsageKind, string>>;
  readonly failures: Readonly<Record<FailureKind, string>>;
  begin(pages: number, done: number, out: string): string;
  looking(at: number, of: number, address: string): string;
  left(minutes: number): string;
  found(barriers: number, hindrances: number): string;
  readonly failed: string;
  memory(own: number, browser: number): string;
  lost(address: string, reason: string): string;
  readonly reporting: string;
  done(pages: number, failed: number, barriers: number, report: string): string;
  stopped(command: string): string;
  again(command: string): string;
  usageHint: string;
}

const zh: Words = {
  usage: {
    argument: '看不懂这个参数：%',
    aids: '--aids 写错了：%',
    number: '数字不对：%',
    failOn: '--fail-on 只能是 barrier、hindrance 或 never，不能是：%',
    files: '--files 要写明读的文件所在的网址（http 或 https），不能是：%',
    lang: '--lang 只能是 zh 或 en，不能是：%',
    noTarget: '请写出要检查什么：一个网址、一个文件夹或一份网站地图。',
    manyTargets: '一次只能检查一个目标，多出来的是：%',
    noSuchTarget: '找不到：%',
    noScheme: '没有叫 % 的文件夹或文件。如果是网址，请写全：https://%',
    scheme: '只能检查 http、https 网址和本机的文件：%',
    crawlWithFolder: '--crawl 只用于网址；文件夹里的网页本来就会全部检查：%',
    noPages: '这里没有可以检查的网页：%',
    noSitemap: '读不到网站地图：%',
    noBrowser: '这台电脑上没有找到 Chromium、Chrome 或 Edge。请安装其中一个（Debian、Ubuntu：sudo apt install chromium），或者用 --browser 路径、环境变量 MINGDU_CHROMIUM 指出浏览器程序在哪里。',
    noSuchBrowser: '没有这个浏览器程序：%',
    otherOptions: '这个文件夹里是另一次检查的结果，选项不同（%）。用同样的选项可以接着检查；要重新开始，请加 --again；要另存一份，请换一个 --out。',
    noFolder: '结果文件夹建不了：%',
    notOurs: '这个文件夹里已经有别的东西，不是检查的结果：%。请用 --out 换一个新的或空的文件夹。',
    noCommand: '没有这个命令：%。现有的命令：check',
  },
  failures: {
    name: '找不到这个域名。',
    refused: '服务器拒绝连接。',
    unreachable: '连不上服务器（%）。',
    certificate: '证书有问题，浏览器不肯打开（%）。',
    redirects: '一直在跳转，打不开。',
    aborted: '浏览器没有打开它（%）。',
    download: '这个地址是下载文件，不是网页。',
    notHtml: '这不是网页，是 %。',
    status: '服务器说打不开（HTTP %）。',
    tooLarge: '太大了（已经收到 %），没有等完。',
    noEnd: '等了很久也没有打开。',
    overTime: '超过了时间限制；用 --timeout 可以多给它几秒。',
    dialogs: '一直弹出对话框，没法检查。',
    crashed: '打开它的标签页崩溃了。',
    moves: '网页一直在自己跳转或刷新，没法检查（%）。',
    noWidget: '没能把明读放到这个网页上（%）。',
    other: '检查时出了错：%',
  },
  begin: (pages, done, out) => `共 ${pages} 个网页${done > 0 ? `，其中 ${done} 个上次已经检查过` : ''}。结果写到 ${out}`,
  looking: (at, of, address) => `[${at}/${of}] 正在看 ${address}`,
  left: (minutes) => (minutes < 1 ? '还要不到 1 分钟' : `还要约 ${minutes} 分钟`),
  found: (barriers, hindrances) => (barriers + hindrances === 0 ? '没有发现障碍' : `障碍 ${barriers}，不便 ${hindrances}`),
  failed: '没能检查：',
  memory: (own, browser) => `  内存：本程序 ${own} MB，浏览器 ${browser} MB`,
  lost: (address, reason) => `跳过 ${address}：${reason}`,
  reporting: '正在写报告……',
  done: (pages, failed, barriers, report) => `检查了 ${pages} 个网页，${failed} 个没能检查，发现障碍 ${barriers} 处。报告：${report}`,
  stopped: (command) => `\n停下了。已经检查过的都保存好了；再运行同样的命令就接着检查：\n  ${command}`,
  again: (command) => `没能检查的网页可以再试一次：${command} --retry-failed`,
  usageHint: '用法：mingdu check --help',
};

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

const en: Words = {
  usage: {
    argument: 'This argument is not understood: %',
    aids: '--aids is wrong: %',
    number: 'Not a number that fits: %',
    failOn: '--fail-on takes barrier, hindrance or never, not: %',
    files: '--files takes the http(s) address that Mingdu’s files lie at, not: %',
    lang: '--lang takes zh or en, not: %',
    noTarget: 'Say what to check: an address, a folder or a sitemap.',
    manyTargets: 'One target at a time; too much is: %',
    noSuchTarget: 'Not found: %',
    noScheme: 'There is no folder or file %. If it is an address, write it in full: https://%',
    scheme: 'Only http and https addresses and files of this machine can be checked: %',
    crawlWithFolder: '--crawl is for addresses; of a folder all pages are checked anyway: %',
    noPages: 'There is no page to check here: %',
    noSitemap: 'The sitemap cannot be read: %',
    noBrowser: 'No Chromium, Chrome or Edge was found on this machine. Install one of them (Debian, Ubuntu: sudo apt install chromium), or say where its program is: --browser PATH, or the variable MINGDU_CHROMIUM.',
    noSuchBrowser: 'There is no such browser program: %',
    otherOptions: 'This folder holds the results of a check with other options (%). With the same options it goes on; --again starts anew; another --out keeps both.',
    noFolder: 'The folder for the results cannot be made: %',
    notOurs: 'This folder holds other things than the results of a check: %. Name a new or an empty one with --out.',
    noCommand: 'There is no such command: %. There is: check',
  },
  failures: {
    name: 'This host name is not known.',
    refused: 'The server refuses the connection.',
    unreachable: 'The server cannot be reached (%).',
    certificate: 'The certificate is not right, and the browser does not open the page (%).',
    redirects: 'The address redirects without end.',
    aborted: 'The browser gave it up (%).',
    download: 'This address is a download, not a page.',
    notHtml: 'This is not a page but %.',
    status: 'The server does not give the page (HTTP %).',
    tooLarge: 'Too large (% so far): not waited for.',
    noEnd: 'It did not open, even after a long wait.',
    overTime: 'It took longer than the time limit; --timeout gives it more seconds.',
    dialogs: 'It opens one dialog after another and cannot be checked.',
    crashed: 'Its tab crashed.',
    moves: 'The page goes elsewhere or reloads by itself all the time and cannot be checked (%).',
    noWidget: 'Mingdu could not be put on this page (%).',
    other: 'An error while it was checked: %',
  },
  begin: (pages, done, out) => `${counted(pages, 'page')}${done > 0 ? `, ${done} of them checked before` : ''}. Results go to ${out}`,
  looking: (at, of, address) => `[${at}/${of}] looking at ${address}`,
  left: (minutes) => (minutes < 1 ? 'less than a minute left' : `about ${minutes} min left`),
  found: (barriers, hindrances) => (barriers + hindrances === 0 ? 'no barrier found' : `${counted(barriers, 'barrier')}, ${counted(hindrances, 'hindrance')}`),
  failed: 'not checked: ',
  memory: (own, browser) => `  memory: this program ${own} MB, browser ${browser} MB`,
  lost: (address, reason) => `passed by ${address}: ${reason}`,
  reporting: 'Writing the report …',
  done: (pages, failed, barriers, report) => `${counted(pages, 'page')} looked at, ${failed} of them could not be checked, ${counted(barriers, 'barrier')} found. Report: ${report}`,
  stopped: (command) => `\nStopped. All that was checked is kept; the same command goes on from here:\n  ${command}`,
  again: (command) => `To try the pages that failed once more: ${command} --retry-failed`,
  usageHint: 'Usage: mingdu check --help --lang en',
};

const WORDS: Readonly<Record<Lang, Words>> = { zh, en };

export const wordsOf = (lang: Lang): Words => WORDS[lang];

/** A sentence with what it is about put in. */
export const filled = (sentence: string, detail: string): string => sentence.replaceAll('%', () => detail);

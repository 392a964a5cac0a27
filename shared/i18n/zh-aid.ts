// What the bar and its status line say only once an aid runs, in plain spoken Chinese: it comes with what aids run on.
// Keys as in zh-bar.ts.
export const zhAid = {
  'speech/pause': '暂停',
  'speech/previous': '上一句',
  'speech/next': '下一句',
  'speech/nextPart': '下一段',
  'speech/previousPart': '上一段',
  'speech/resume': '接着上次读',
  'speech/back-to-speech': '回到朗读处',
  'speech/stop': '停止',
  'problem.no-voice': '这台电脑没有普通话声音。按“怎么添加”照着做；也可以只看大字幕。',
  'problem.voice-changed': '刚才的声音读不出来，换了这台电脑上的另一种声音接着读。',
  'problem.caption-only': '这台电脑没有普通话声音，只看大字幕。',
  'problem.speech-failed': '刚才没能读出来。请再按一次“朗读”。',
  'problem.voice-unasked': '您选的嗓音要把文字发到网上，您还没有同意，先用这台电脑自己的嗓音。',
  'problem.nothing-to-read': '这一页没有找到可以读的文字。',
  'problem.not-allowed': '点一下网页任意处，就开始朗读。',
  'problem.no-article': '这一页找不到单独的正文，仍显示原网页。',
  'problem.no-picture': '这一页没有可以放大的图。',
  'problem.forced-colors': '您的电脑已用高对比度颜色，“配色”让着它。想用“配色”，请先在系统设置里关掉。',
  'toolbar.resume': '继续',
} as const;

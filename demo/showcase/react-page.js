// 意见征集, in React without a build step: opinions that are voted for, sorted, published and taken back; the list is drawn anew each time.
// It knows nothing of Mingdu; React itself comes from node_modules (scripts/showcase.mjs).

(() => {
  'use strict';

  const { createElement: h, useLayoutEffect, useMemo, useState, StrictMode } = window.React;
  const TICK_MS = 1000;
  const LEAST_LETTERS = 4;
  const FIRST = [
    { id: 1, who: '砚湖社区居民', words: '老旧小区加装电梯，一楼的住户也要补偿到位，不然楼上楼下伤和气。', votes: 126 },
    { id: 2, who: '城关镇居民', words: '末班公交太早了，晚上从县医院出来没有车，建议延长到九点半。', votes: 98 },
    { id: 3, who: '甪岭村村民', words: '村口到小学的路没有路灯，冬天天黑得早，孩子们走夜路不放心。', votes: 73 },
    { id: 4, who: '漈塘镇居民', words: '办事大厅的取号机字太小，还要行人脸识别，老人家弄不来，请留一个人工窗口。', votes: 151 },
  ];
  const byVotes = (one, other) => other.votes - one.votes || other.id - one.id;
  const byTime = (one, other) => other.id - one.id;

  function Opinion({ opinion, rank, onVote, onTakeBack }) {
    return h('li', null,
      h('h2', null, `第${rank}条`, opinion.isMine && '（我写的）'),
      h('p', null, opinion.words),
      h('p', { className: 'from' }, opinion.who, '　已有 ', h('b', null, opinion.votes), ' 人支持'),
      h('div', { className: 'rows' },
        h('button', { type: 'button', className: 'push', 'aria-pressed': Boolean(opinion.isVoted), onClick: onVote }, opinion.isVoted ? '已支持，再按收回' : '支持'),
        opinion.isMine && h('button', { type: 'button', className: 'push', onClick: onTakeBack }, '撤回')));
  }

  function App() {
    const [opinions, setOpinions] = useState(FIRST);
    const [isByVotes, setByVotes] = useState(true);
    const [words, setWords] = useState('');
    const [problem, setProblem] = useState('');
    const [readers, setReaders] = useState(3208);
    useLayoutEffect(() => {
      const timer = setInterval(() => setReaders((count) => count + 1), TICK_MS);
      return () => clearInterval(timer);
    }, []);
    const shown = useMemo(() => [...opinions].sort(isByVotes ? byVotes : byTime), [opinions, isByVotes]);

    const vote = (id) => setOpinions((all) => all.map((one) => (one.id === id ? { ...one, isVoted: !one.isVoted, votes: one.votes + (one.isVoted ? -1 : 1) } : one)));
    const takeBack = (id) => setOpinions((all) => all.filter((one) => one.id !== id));
    function publish(event) {
      event.preventDefault();
      const text = words.trim();
      if (text.length < LEAST_LETTERS) return setProblem(`至少写 ${LEAST_LETTERS} 个字。`);
      setProblem('');
      setWords('');
      return setOpinions((all) => [...all, { id: Math.max(0, ...all.map(({ id }) => id)) + 1, who: '您', words: text, votes: 0, isMine: true }]);
    }

    return h('div', { className: 'columns two' },
      h('section', { className: 'box' },
        h('div', { className: 'box-head' }, h('h1', null, '明年民生实事由您来点题'), h('span', { className: 'more' }, '已有 ', readers, ' 人看过')),
        h('div', { className: 'rows', role: 'group', 'aria-label': '次序' },
          h('button', { type: 'button', className: 'push', 'aria-pressed': isByVotes, onClick: () => setByVotes(true) }, '支持多的在前'),
          h('button', { type: 'button', className: 'push', 'aria-pressed': !isByVotes, onClick: () => setByVotes(false) }, '新的在前')),
        h('ol', { className: 'opinions plain' }, shown.map((opinion, at) =>
          h(Opinion, { key: opinion.id, opinion, rank: at + 1, onVote: () => vote(opinion.id), onTakeBack: () => takeBack(opinion.id) })))),
      h('section', { className: 'box' },
        h('div', { className: 'box-head' }, h('h2', null, '我也说一条')),
        h('form', { className: 'say', onSubmit: publish, noValidate: true },
          h('label', { htmlFor: 'words' }, '您希望县里明年办什么事'),
          h('textarea', { id: 'words', rows: 5, maxLength: 200, value: words, onChange: (event) => setWords(event.target.value), 'aria-describedby': 'words-hint' }),
          h('p', { id: 'words-hint', className: 'below' }, `已写 ${words.length} / 200 字`),
          h('p', { role: 'alert', className: 'problem' }, problem),
          h('button', { type: 'submit', className: 'push main' }, '发表')),
        h('p', { className: 'below', role: 'status' }, `现在一共 ${opinions.length} 条意见。演示网页，关掉就没有了。`)));
  }

  window.ReactDOM.createRoot(document.getElementById('app')).render(h(StrictMode, null, h(App)));
})();

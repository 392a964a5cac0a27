// The page that rewrites itself: a counter that ticks, a queue that reorders, news that come late, text replaced in place.
// Plain DOM on purpose: what a framework does to a page, in a form that anyone can read.

(() => {
  'use strict';

  const TICK_MS = 1000;
  const CALL_MS = 4000;
  const LATE_MS = 1000;
  const NEWS = [
    ['城关镇便民服务中心周末照常开门', '为方便上班的群众，周六、周日九时至十六时照常受理社保、医保和户籍业务。'],
    ['重阳节期间老年大学增开书法班', '名额三十个，年满六十周岁的居民都可以报名，报名不收费用。'],
    ['南渡大桥夜间封闭养护', '每晚二十二时至次日五时，行人和车辆请改走南门桥，还请相互转告。'],
  ];
  const NOTICES = [
    '请带好身份证和户口簿，到三号窗口排队。',
    '长者优先：七十周岁以上的老人不用取号。',
    '银行卡信息有变化的，先到五号窗口更正。',
  ];

  const byId = (id) => document.getElementById(id);
  const queue = byId('queue');
  let running = true;
  let served = 1286;
  let notice = 0;

  function make(name, text, className) {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function tick() {
    if (!running) return;
    served += 1;
    // The text node's own data changes: the way frameworks update.
    byId('served').firstChild.data = String(served);
    byId('clock').firstChild.data = new Date().toTimeString().slice(0, 8);
  }

  function callNext() {
    if (!running) return;
    const first = queue.firstElementChild;
    first.classList.remove('now');
    queue.append(first);
    queue.firstElementChild.classList.add('now');
    notice = (notice + 1) % NOTICES.length;
    byId('notice').textContent = NOTICES[notice];
  }

  function shuffle() {
    for (const item of [...queue.children].sort(() => Math.random() - 0.5)) {
      item.classList.remove('now');
      queue.append(item);
    }
    queue.firstElementChild.classList.add('now');
  }

  function loadNews() {
    const box = byId('late');
    box.replaceChildren();
    for (const [title, text] of NEWS) box.append(make('h3', title), make('p', text));
    box.setAttribute('aria-busy', 'false');
  }

  byId('shuffle').addEventListener('click', shuffle);
  byId('pause').addEventListener('click', (event) => {
    running = !running;
    event.currentTarget.textContent = running ? '暂停更新' : '继续更新';
  });
  byId('reload').addEventListener('click', () => {
    const box = byId('late');
    box.setAttribute('aria-busy', 'true');
    box.replaceChildren(make('p', '正在加载，请稍候……'));
    setTimeout(loadNews, LATE_MS);
  });
  setInterval(tick, TICK_MS);
  setInterval(callNext, CALL_MS);
  setTimeout(loadNews, LATE_MS);
})();

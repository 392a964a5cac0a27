// The portal's search: a short list of its own, looked through while the reader waits. The hits are made by script, as on sites with a search engine.
// No markup from strings: what the reader typed is shown as text.

(() => {
  'use strict';

  const KINDS = ['全部', '政策', '公告', '办事', '问答'];
  const RECORDS = [
    ['政策', '砚溪县困难老年人居家养老服务补贴办法（试行）', '/article.html', '2025-10-15', '经济困难的高龄、失能老人，在熟悉的家里得到照料。养老服务补贴以服务券的形式按月发放。'],
    ['政策', '关于做好特困人员供养工作的意见', '/article.html', '2025-09-20', '分散供养的特困老人，由村里指定专人照料，一个都不能少。'],
    ['政策', '一图读懂：居家养老服务补贴怎么领', '/article.html', '2025-10-16', '三步就能领：村里申请、上门评估、公示七天。不收任何费用。'],
    ['公告', '关于2025年第三季度困难老年人居家养老服务补贴发放的公示', '/showcase/subsidies.html', '2025-10-20', '现将第三季度养老服务补贴发放名单公示如下，公示期七天。'],
    ['公告', '2025年第三季度惠农补贴发放公示', '/showcase/subsidies.html', '2025-10-20', '地力保护、规模种粮、生猪养殖三项补贴，分村列出户数、面积和金额。'],
    ['公告', '关于甪岭水厂检修期间部分区域暂停供水的通知', '/article.html', '2025-10-19', '甪岭村、岭脚村等地停水一天，请提前储水。'],
    ['公告', '关于做好今冬明春老年人防寒保暖工作的通知', '/showcase/notice.html', '2025-10-28', '逐户走访独居老人，养老机构夜里每两小时巡查一次。'],
    ['公告', '南渡大桥夜间封闭养护通告', '/article.html', '2025-10-11', '每晚二十二时至次日五时封闭，行人和车辆请改走南门桥。'],
    ['办事', '办理老年人优待证', '/form.html', '2025-08-01', '年满六十周岁，带身份证和一张照片，当场就能办好。'],
    ['办事', '申请居家养老服务补贴', '/form.html', '2025-10-16', '本人或者子女都可以申请；在外地居住的，网上也能办。'],
    ['办事', '城乡居民医疗保险缴费', '/showcase/other.html', '2025-10-13', '在村里就能缴，子女可以代缴。'],
    ['问答', '问：在外地的银行卡能领补贴吗？', '/article.html', '2025-10-18', '能。只要是本人名下的卡，在哪里开的都可以。'],
    ['问答', '问：还差一个月满七十，能不能先申请高龄养老津贴？', '/article.html', '2025-10-07', '可以提前一个月申请，从满七十周岁的当月起发放。'],
  ];

  const byId = (id) => document.getElementById(id);
  let wanted = new URLSearchParams(location.search).get('q') ?? '';
  let kind = KINDS[0];

  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  /** The text with what was looked for marked in it. */
  function marked(text) {
    if (wanted === '') return [text];
    return text.split(wanted).flatMap((part, at) => (at === 0 ? [part] : [make('mark', '', wanted), part]));
  }

  function hit([of, title, href, date, words]) {
    const link = make('a', '', ...marked(title));
    link.href = href;
    return make('li', '', make('h2', '', link), make('p', '', ...marked(words)), make('p', 'from', `${of}　${date}`));
  }

  function show() {
    const fits = RECORDS.filter(([, title, , , words]) => `${title}${words}`.includes(wanted));
    const shown = fits.filter(([of]) => kind === KINDS[0] || of === kind);
    byId('q').value = wanted;
    byId('sum').textContent = shown.length > 0 ? `找到 ${shown.length} 条${wanted && `有“${wanted}”的`}内容。` : '没有找到。换一个短一点的词试试，例如“养老”“补贴”“停水”。';
    byId('hits').replaceChildren(...shown.map(hit));
    byId('kinds').replaceChildren(...KINDS.map((one) => {
      const count = one === KINDS[0] ? fits.length : fits.filter(([of]) => of === one).length;
      const button = make('button', '', `${one}（${count}）`);
      button.type = 'button';
      button.setAttribute('aria-pressed', String(one === kind));
      button.addEventListener('click', () => {
        kind = one;
        show();
        [...byId('kinds').children][KINDS.indexOf(one)].focus();
      });
      return button;
    }));
  }

  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    wanted = byId('q').value.trim();
    kind = KINDS[0];
    history.pushState(null, '', `?q=${encodeURIComponent(wanted)}`);
    show();
  });
  addEventListener('popstate', () => {
    wanted = new URLSearchParams(location.search).get('q') ?? '';
    show();
  });
  show();
})();

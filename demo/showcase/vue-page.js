// 办件查询, in Vue 3 as sites use it without a bundler: a template in the page's script, a list that is filtered while one types, a clock that ticks.
// It knows nothing of Mingdu; Vue itself comes from node_modules (scripts/showcase.mjs).

(() => {
  'use strict';

  const TICK_MS = 1000;
  const ORDERS = [['date', '最近的在前'], ['name', '按事项'], ['days', '最急的在前']];
  const MATTERS = [
    { id: 1, name: '居家养老服务补贴申请', town: '城关镇', date: '2025-10-20', days: 8, done: false },
    { id: 2, name: '不动产转移登记', town: '漈塘镇', date: '2025-10-19', days: 3, done: false },
    { id: 3, name: '老年人优待证', town: '甪岭乡', date: '2025-10-18', days: 0, done: true },
    { id: 4, name: '城乡居民医保参保登记', town: '城关镇', date: '2025-10-17', days: 1, done: false },
    { id: 5, name: '重度残疾人护理补贴', town: '垟坪乡', date: '2025-10-16', days: 5, done: false },
    { id: 6, name: '户口迁移（投靠子女）', town: '漈塘镇', date: '2025-10-15', days: 0, done: true },
    { id: 7, name: '个体工商户开业登记', town: '城关镇', date: '2025-10-14', days: 2, done: false },
    { id: 8, name: '农村危房改造补助', town: '筲箕坪乡', date: '2025-10-13', days: 11, done: false },
  ];

  const compare = {
    date: (one, other) => other.date.localeCompare(one.date),
    name: (one, other) => one.name.localeCompare(other.name, 'zh-CN'),
    days: (one, other) => (one.done ? 99 : one.days) - (other.done ? 99 : other.days),
  };

  window.Vue.createApp({
    template: `
      <section class="box">
        <div class="box-head"><h1>办件查询</h1><span class="more">本页已打开 {{ seconds }} 秒</span></div>
        <div class="asked">
          <label>事项里有<input type="text" v-model="words" placeholder="例如 补贴" autocomplete="off"></label>
          <label>乡镇<select v-model="town"><option value="">全部</option><option v-for="one in towns" :key="one">{{ one }}</option></select></label>
        </div>
        <div class="rows" role="group" aria-label="次序">
          <button v-for="[key, label] in orders" :key="key" type="button" class="push" :aria-pressed="String(order === key)" @click="order = key">{{ label }}</button>
          <button type="button" class="push" @click="isRunning = !isRunning">{{ isRunning ? '暂停计时' : '继续计时' }}</button>
        </div>
        <p role="status">共 <b>{{ shown.length }}</b> 件，其中 <b>{{ open }}</b> 件正在办理。</p>
        <TransitionGroup tag="ul" class="matters plain" name="matter">
          <li v-for="matter in shown" :key="matter.id">
            <h2><span class="state" :class="{ wait: !matter.done }">{{ matter.done ? '已办结' : '办理中' }}</span>{{ matter.name }}</h2>
            <p>{{ matter.town }}　{{ matter.date }} 收件<template v-if="!matter.done">，还剩 {{ matter.days }} 个工作日</template>
              <button v-if="!matter.done" type="button" class="push" @click="urge(matter)">催一催{{ matter.urged ? '（已催 ' + matter.urged + ' 次）' : '' }}</button></p>
          </li>
        </TransitionGroup>
        <p v-if="shown.length === 0" class="empty">没有这样的办件。少写几个字，或者换一个乡镇。</p>
      </section>`,
    data: () => ({ words: '', town: '', order: 'date', orders: ORDERS, seconds: 0, isRunning: true, matters: MATTERS }),
    computed: {
      towns: ({ matters }) => [...new Set(matters.map(({ town }) => town))],
      shown: ({ matters, words, town, order }) =>
        matters.filter((one) => one.name.includes(words.trim()) && (town === '' || one.town === town)).sort(compare[order]),
      open: ({ shown }) => shown.filter(({ done }) => !done).length,
    },
    methods: {
      urge(matter) {
        matter.urged = (matter.urged ?? 0) + 1;
        matter.days = Math.max(0, matter.days - 1);
      },
    },
    mounted() {
      setInterval(() => this.isRunning && (this.seconds += 1), TICK_MS);
    },
  }).mount('#app');
})();

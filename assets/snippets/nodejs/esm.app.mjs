import './apm.mjs';
import express from 'express';

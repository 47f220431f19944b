import './apm';
import { NestFactory } from '@nestjs/core';
